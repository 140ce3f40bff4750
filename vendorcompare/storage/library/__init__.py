"""What comes with the application: rubric templates, usual fees, kinds of evidence."""
