"""What helps: shortcuts, about, the diagnostic report, and what happens on a crash."""
