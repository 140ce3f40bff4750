"""The interchange document as text: read, checked, brought in, and written."""
