/** Cases beside a pack: what the law must come to, written and read by those who know the law. */
package org.caisse.config.cases;
