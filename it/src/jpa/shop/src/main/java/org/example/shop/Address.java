package org.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Address {
  @Column(length = 100)
  String street;

  @Column(length = 60)
  String city;
}
