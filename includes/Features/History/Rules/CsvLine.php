<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Decimal;

/** A line of a table for spreadsheets of French: cells apart by semicolons, amounts with a comma. */
final class CsvLine {

	/** Without it Excel takes the file for one of its own code page. */
	public const BOM = "\u{FEFF}";

	/** @var list<string> */
	private array $cells = [];

	/** What a spreadsheet would take for a formula is text: names are typed by shoppers. */
	public function text( string $text ): self {
		$this->cells[] = preg_match( '/^[=+\-@\t\r]/', $text ) === 1 ? "'$text" : $text;
		return $this;
	}

	/** @param int $minor minor units. */
	public function amount( int $minor, int $decimals ): self {
		$this->cells[] = str_replace( '.', ',', Decimal::of_minor( $minor, $decimals )->to_scale( $decimals ) );
		return $this;
	}

	public function to_string(): string {
		return implode( ';', array_map( self::quoted( ... ), $this->cells ) ) . "\r\n";
	}

	private static function quoted( string $cell ): string {
		return preg_match( '/[;"\r\n\t]/', $cell ) === 1 ? '"' . str_replace( '"', '""', $cell ) . '"' : $cell;
	}
}
