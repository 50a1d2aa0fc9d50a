<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * The rows of a credit note for all that is left of an invoice, from the rows that stand at Sellsy: the order may have
 * been edited since, and what is credited is the invoice. Amounts are minor units.
 */
final class WholeCredit {

	/**
	 * @param array<int, RemoteTax> $taxes    by id.
	 * @param int|null              $rounding Sellsy tax of the "Arrondi" row.
	 * @param string                $name     of rows that stand for several.
	 */
	public function __construct(
		private readonly array $taxes,
		private readonly ?int $rounding,
		private readonly Currency $currency,
		private readonly string $name,
		private readonly string $rounding_name,
	) {}

	/**
	 * @param list<DraftRow> $invoice  priced rows.
	 * @param list<DraftRow> $credited priced rows of all credit notes made for it.
	 * @param int            $left     TTC.
	 * @return list<DraftRow>
	 * @throws NeedsAttention
	 */
	public function rows( array $invoice, array $credited, int $left ): array {
		return $credited === [] ? $invoice : $this->by_tax( $this->left( $invoice, $credited ), $left );
	}

	/**
	 * @param list<DraftRow> $invoice
	 * @param list<DraftRow> $credited
	 * @return array<int, int> HT by tax id, above zero.
	 */
	private function left( array $invoice, array $credited ): array {
		$left = [];
		foreach ( $invoice as $row ) {
			$left[ (int) $row->tax_id ] = ( $left[ (int) $row->tax_id ] ?? 0 ) + (int) $row->total;
		}
		foreach ( $credited as $row ) {
			$left[ (int) $row->tax_id ] = ( $left[ (int) $row->tax_id ] ?? 0 ) - (int) $row->total;
		}
		unset( $left[ $this->rounding ?? 0 ] ); // Settled below: the total is what counts.
		arsort( $left );
		return array_filter( $left, static fn ( int $ht ): bool => $ht > 0 );
	}

	/**
	 * @param array<int, int> $ht   by tax id, the largest first.
	 * @param int             $left TTC.
	 * @return list<DraftRow>
	 */
	private function by_tax( array $ht, int $left ): array {
		while ( $ht !== [] && $this->ttc( $ht ) > $left ) {
			--$ht[ array_key_first( $ht ) ];
		}
		$rest = $left - $this->ttc( $ht );
		$rows = [];
		foreach ( $ht as $tax_id => $amount ) {
			$rows[] = $this->row( $this->name, $amount, $tax_id );
		}
		return $rest > 0
			? [
				...$rows,
				$this->row( $this->rounding_name, $rest, $this->rounding ?? throw $this->no_rounding_tax( $rest ) ),
			]
			: $rows;
	}

	private function no_rounding_tax( int $rest ): NeedsAttention {
		return NeedsAttention::because(
			ProblemCode::RoundingTaxUnset,
			[ 'amount' => $this->currency->minor_text( $rest ) ]
		);
	}

	/** @param array<int, int> $ht by tax id. */
	private function ttc( array $ht ): int {
		$ttc = 0;
		foreach ( $ht as $tax_id => $amount ) {
			$rate = isset( $this->taxes[ $tax_id ] ) ? $this->taxes[ $tax_id ]->rate : Decimal::zero();
			$ttc += $amount + Decimal::of_int( $amount )
				->times( $rate )
				->divided_by( Decimal::of_int( 100 ), 0, Rounding::HalfUp )
				->to_minor( 0 );
		}
		return $ttc;
	}

	private function row( string $name, int $amount, int $tax_id ): DraftRow {
		return new DraftRow(
			kind: RowKind::Priced,
			description: $name,
			quantity: Decimal::of_int( 1 ),
			unit_amount: Decimal::of_minor( $amount, $this->currency->decimals ),
			total: $amount,
			tax_id: $tax_id
		);
	}
}
