package org.caisse.domain.care;

import java.util.List;

/**
 * A group of acts that the law treats alike.
 *
 * @param id as the registry of acts writes it
 * @param fr for people, in French
 * @param en for people, in English
 * @param letters key letters whose acts belong to it when a line names no act
 */
public record CareGroup(String id, String fr, String en, List<String> letters) {

  public CareGroup {
    letters = List.copyOf(letters);
  }
}
