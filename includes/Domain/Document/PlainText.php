<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Document;

/** Names as people read them: no tags, no entities, valid UTF-8, cut between characters. */
final class PlainText {

	public const REFERENCE = 250;
	public const SUBJECT   = 250;
	public const TEXT      = 2000;

	/** On one line. */
	public function line( string $text, int $longest ): string {
		return $this->cut( (string) preg_replace( '/\s+/u', ' ', $this->clean( $text ) ), $longest );
	}

	/** Line breaks kept. */
	public function block( string $text, int $longest ): string {
		return $this->cut( (string) preg_replace( [ '/[^\S\n]+/u', '/ ?\n ?/', '/\n{3,}/' ], [ ' ', "\n", "\n\n" ], $this->clean( $text ) ), $longest );
	}

	private function clean( string $text ): string {
		$text = preg_match( '//u', $text ) === 1 ? $text : (string) preg_replace( '/[^\x20-\x7E\n]/', '?', $text );
		// Tags first: what is written as an entity was meant to be read.
		$text = html_entity_decode( $this->without_tags( $text ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		return (string) preg_replace( '/[^\P{C}\n\t\x{200C}\x{200D}]/u', '', str_replace( "\r", "\n", str_replace( "\r\n", "\n", $text ) ) );
	}

	private function without_tags( string $text ): string {
		return (string) preg_replace( [ '/<(script|style)\b.*?<\/\1\s*>/isu', '/<br\s*\/?>/iu', '/<\/?[a-z!][^<>]*>/iu' ], [ '', "\n", '' ], $text );
	}

	private function cut( string $text, int $longest ): string {
		$text = trim( $text );
		preg_match( '/^.{0,' . $longest . '}/su', $text, $kept );
		return rtrim( $kept[0] ?? '' );
	}
}
