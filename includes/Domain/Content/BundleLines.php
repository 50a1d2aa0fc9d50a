<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\ItemSettings;

/**
 * A bundle as the owner wants it on documents. Only lines that are worth nothing change: a part with a price of its own
 * keeps its row, and so does a parent with one.
 */
final class BundleLines {

	/** @param string $mode ItemSettings::PARENT or ItemSettings::PARTS. */
	public function order( OrderSnapshot $order, string $mode ): OrderSnapshot {
		$parts = array_filter( $order->lines, static fn ( OrderLine $line ): bool => $line->part_of > 0 );
		if ( $parts === [] ) {
			return $order;
		}
		return $order->with_lines(
			$mode === ItemSettings::PARTS
				? $this->parents_as_headings( $order->lines )
				: $this->parts_as_text( $order->lines )
		);
	}

	/**
	 * @param list<OrderLine> $lines
	 * @return list<OrderLine>
	 */
	private function parts_as_text( array $lines ): array {
		$by_id = array_column( $lines, null, 'id' );
		$texts = [];
		foreach ( $lines as $line ) {
			$row = $this->row_of( $line, $by_id );
			if ( $row !== $line ) {
				$texts[ $row->id ][] = $line->quantity->to_string() . ' × ' . $line->name;
			}
		}
		$rows = [];
		foreach ( $lines as $line ) {
			if ( $this->row_of( $line, $by_id ) === $line ) {
				$rows[] = $line->with_details(
					implode(
						"\n",
						array_filter(
							[ $line->details, ...$texts[ $line->id ] ?? [] ],
							static fn ( string $text ): bool => $text !== ''
						)
					)
				);
			}
		}
		return $rows;
	}

	/**
	 * The line in whose row a line is written: its own, or the parent's of a part worth nothing; bundles can hold
	 * bundles.
	 *
	 * @param array<int, OrderLine> $by_id
	 */
	private function row_of( OrderLine $line, array $by_id ): OrderLine {
		$seen = [];
		while ( $line->is_worth_nothing() && isset( $by_id[ $line->part_of ] ) && ! isset( $seen[ $line->id ] ) ) {
			$seen[ $line->id ] = true;
			$line              = $by_id[ $line->part_of ];
		}
		return $line;
	}

	/**
	 * A line worth nothing and without a rate becomes text.
	 *
	 * @param list<OrderLine> $lines
	 * @return list<OrderLine>
	 */
	private function parents_as_headings( array $lines ): array {
		$parents = array_flip( array_map( static fn ( OrderLine $line ): int => $line->part_of, $lines ) );
		return array_map(
			static fn ( OrderLine $line ): OrderLine =>
				isset( $parents[ $line->id ] ) && $line->is_worth_nothing() ? $line->without_taxes() : $line,
			$lines
		);
	}
}
