package org.example.shop;

public enum Channel {
  MAIL,
  PHONE
}
