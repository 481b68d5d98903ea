"""Readers and writers of foreign files; they return domain records or precise complaints."""
