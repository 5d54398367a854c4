"""Reports as others read them: JSON, text, SARIF, HTML and Excel."""
