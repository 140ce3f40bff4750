"""The parts that sheets are made of, one module each; every one draws itself onto the flow."""
