package org.example.shop;

public enum Level {
  BRONZE,
  SILVER,
  GOLD
}
