"""What the application tells and asks: notices, questions, problems."""
