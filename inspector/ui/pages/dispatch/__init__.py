"""交办: from the findings that wait to the folder that is sent."""
