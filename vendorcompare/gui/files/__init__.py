"""What users do with files: new, open, save, earlier versions, recent files, import and export."""
