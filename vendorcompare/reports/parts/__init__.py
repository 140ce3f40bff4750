"""The parts of the comparison sheet, one module each; every one draws itself onto the flow."""
