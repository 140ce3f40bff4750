"""What becomes of the user's file: taken in, worked on as a private copy, saved, kept, restored."""
