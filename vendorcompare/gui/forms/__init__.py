"""Forms made from ui/*.ui by the build; nothing here is written by hand."""
