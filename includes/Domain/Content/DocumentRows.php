<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\EcoTax;
use OrderInvoicer\Domain\Amounts\LinePart;
use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Domain\Order\OrderLine;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * The rows of a document, in the order's sequence: priced ones, then what they do not show.
 *
 * @assumes item-keeps-stock
 * @assumes rows-below-zero
 */
final class DocumentRows {

	/**
	 * @param array<int, ItemRef> $items       by order line id.
	 * @param bool                $keeps_stock Sellsy's stock of the shop's items counts.
	 */
	public function __construct(
		private readonly OrderSnapshot $order,
		private readonly array $items,
		private readonly DocumentTexts $texts,
		private readonly RowPrices $prices,
		private readonly CommentRows $comments,
		private readonly PlainText $text,
		private readonly bool $keeps_stock,
		private readonly LargestRemainder $remainder,
	) {}

	/**
	 * @param list<TaxGroup> $groups
	 * @return list<DraftRow>
	 */
	public function for_groups( array $groups ): array {
		$amounts = $this->amounts( $groups );
		$rows    = [];
		foreach ( $this->order->lines as $line ) {
			array_push( $rows, ...$this->rows( $line, $amounts[ $line->id ] ?? [] ) );
		}
		return [ ...$rows, ...$this->comments->coupons( $this->order ) ];
	}

	/** The rest, under the exempt tax that the owner confirmed. */
	public function rounding( int $rest, int $tax_id ): DraftRow {
		$row = new DraftRow( kind: RowKind::Priced, description: $this->texts->rounding(), tax_id: $tax_id );
		return $this->prices->priced( $row, Decimal::of_int( 1 ), $rest )[0];
	}

	/**
	 * @param list<TaxGroup> $groups
	 * @return array<int, list<array{LinePart, int}>> by order line id.
	 */
	private function amounts( array $groups ): array {
		$amounts = [];
		foreach ( $groups as $group ) {
			foreach ( $this->of_group( $group ) as $part_and_ht ) {
				$amounts[ $part_and_ht[0]->line->id ][] = $part_and_ht;
			}
		}
		return $amounts;
	}

	/**
	 * @param list<array{LinePart, int}> $parts
	 * @return list<DraftRow>
	 */
	private function rows( OrderLine $line, array $parts ): array {
		if ( $line->total->is_negative() ) {
			return [ $this->comments->negative_line( $this->order, $line, $this->name( $line ) ) ];
		}
		if ( $parts === [] ) {
			return [ $this->comments->comment( $this->description( $line ) ) ];
		}
		$rows = [];
		foreach ( $parts as [ $part, $ht ] ) {
			array_push( $rows, ...$this->priced( $part, $ht ) );
		}
		return $rows;
	}

	/** @return list<DraftRow> */
	private function priced( LinePart $part, int $ht ): array {
		$line     = $part->line;
		$quantity = $line->quantity->is_positive() ? $line->quantity : Decimal::of_int( 1 );
		$row      = new DraftRow(
			kind: RowKind::Priced,
			description: $this->description( $line ),
			reference: $this->text->line( $line->skus[0] ?? '', PlainText::REFERENCE ),
			tax_id: $part->tax->id,
			item: $this->items[ $line->id ] ?? null,
			eco: $part->whole && isset( $this->items[ $line->id ] ) ? $this->eco( $line ) : null,
		);
		if ( $part->whole ) {
			return $this->with_its_stock( $line, $row, $this->prices->priced( $row, $quantity, $ht ) );
		}
		// One line under several taxes was still sold once.
		return [ $this->prices->single( $row, $quantity, $ht ) ];
	}

	/**
	 * @param list<DraftRow> $rows
	 * @return list<DraftRow>
	 * @throws NeedsAttention where the row lost its item, and stock of it is kept at Sellsy.
	 */
	private function with_its_stock( OrderLine $line, DraftRow $row, array $rows ): array {
		if ( $this->keeps_stock && $row->item?->type === 'product' && ( $rows[0]->item ?? null ) === null ) {
			throw NeedsAttention::because(
				ProblemCode::QuantityTooFine,
				[
					'line'     => $line->name,
					'quantity' => $line->quantity->to_string(),
				]
			);
		}
		return $rows;
	}

	private function description( OrderLine $line ): string {
		$eco = $this->eco( $line );
		return $eco === null ? $this->plain( $line ) : "$eco->description\n"
			. $this->texts->eco_participation( $eco->unit, $line->quantity, $this->order->currency, $eco->incl_tax );
	}

	/** Null also where only money was given back and no piece. */
	private function eco( OrderLine $line ): ?EcoTax {
		return $line->eco === null || ! $line->quantity->is_positive()
			? null
			: new EcoTax( $line->eco, $this->order->prices_include_tax, $this->plain( $line ) );
	}

	private function plain( OrderLine $line ): string {
		$details = $this->text->block( $line->details, PlainText::TEXT );
		return $this->name( $line ) . ( $details === '' ? '' : "\n" . $details );
	}

	/** Sellsy wants a description on every row. */
	private function name( OrderLine $line ): string {
		$name = $this->text->line( $line->name, PlainText::TEXT );
		return $name !== '' ? $name : '#' . $line->id;
	}

	/**
	 * Spreads the HT of a tax over its lines. Each line keeps its own rounded HT where these add up; otherwise the
	 * largest give way first. A negative fee has no row of its own: it lowers the rows of its tax.
	 *
	 * @return list<array{LinePart, int}> each part with its HT in minor units; negative parts left out.
	 */
	private function of_group( TaxGroup $group ): array {
		$parts = array_values(
			array_filter( $group->parts, static fn ( LinePart $part ): bool => ! $part->is_negative() )
		);
		if ( $parts === [] ) {
			return [];
		}
		$shares  = array_map( static fn ( LinePart $part ): Decimal => Decimal::of_int( $part->ht ), $parts );
		$amounts = $this->remainder->spread( $group->ht, $shares );
		return array_map( static fn ( LinePart $part, int $ht ): array => [ $part, $ht ], $parts, $amounts );
	}
}
