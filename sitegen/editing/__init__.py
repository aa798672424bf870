"""The form in the editor's own browser: lists, forms, what is wrong beside each field, saving."""
