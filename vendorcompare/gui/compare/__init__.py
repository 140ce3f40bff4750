"""The views of the comparison page; each shows the evaluation it is given."""
