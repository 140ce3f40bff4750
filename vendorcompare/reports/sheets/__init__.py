"""What is printed: each sheet with its parts, named in the registry."""
