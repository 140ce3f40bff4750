"""What is typed into or ticked: fields that more than one room uses. They know no workspace."""
