"""设置: everything takes effect at once."""
