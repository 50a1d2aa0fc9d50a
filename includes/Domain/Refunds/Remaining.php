<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\DocumentAmounts;
use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;

/**
 * What an invoice still holds after the credit notes made for it, per tax. Amounts are minor units. A credit note may
 * take a cent more of a tax than there is, because its VAT is rounded by itself, and what of that tax stands in the
 * invoice's "Arrondi"; the total is always exact.
 */
final class Remaining {

	/**
	 * @param array<string, TaxGroup> $groups the invoice's, by TaxGroup::key().
	 * @param array<string, int>      $ttc    HT + VAT left, by the same keys.
	 * @param array<string, int>      $slack  what rounding may have taken too much.
	 * @param int                     $rest   left of the invoice's "Arrondi"; below zero where credit notes needed more
	 *                                        of it.
	 */
	private function __construct(
		public readonly array $groups,
		public readonly array $ttc,
		private readonly array $slack,
		public readonly int $rest,
		public readonly bool $is_untouched,
		private readonly int $decimals,
	) {}

	public static function from_invoice( DocumentAmounts $invoice ): self {
		$groups = [];
		foreach ( $invoice->groups as $group ) {
			$groups[ TaxGroup::key( $group->parts[0]->tax ) ] = $group;
		}
		$ttc = array_map( static fn ( TaxGroup $group ): int => $group->ttc(), $groups );
		return new self(
			groups: $groups,
			ttc: $ttc,
			slack: array_fill_keys( array_keys( $groups ), $invoice->rest ),
			rest: $invoice->rest,
			is_untouched: true,
			decimals: $invoice->decimals
		);
	}

	public function total(): int {
		return array_sum( $this->ttc ) + $this->rest;
	}

	/** What is left of the "Arrondi", never below zero. */
	public function positive_rest(): int {
		return max( 0, $this->rest );
	}

	/** @throws NeedsAttention when the credit note takes more of a tax than there is. */
	public function after( DocumentAmounts $credit ): self {
		$ttc   = $this->ttc;
		$slack = $this->slack;
		foreach ( $credit->groups as $group ) {
			$key           = TaxGroup::key( $group->parts[0]->tax );
			$slack[ $key ] = ( $slack[ $key ] ?? 0 ) + intdiv( $group->doubled_bound(), 2 );
			$ttc[ $key ]   = ( $ttc[ $key ] ?? 0 ) - $group->ttc();
			if ( $ttc[ $key ] < -$slack[ $key ] ) {
				throw $this->over( $group->ttc(), $this->ttc[ $key ] ?? 0 );
			}
		}
		return new self(
			groups: $this->groups,
			ttc: $ttc,
			slack: $slack,
			rest: $this->rest - $credit->rest,
			is_untouched: false,
			decimals: $this->decimals
		);
	}

	/** Whether a credit note takes of no tax more than there is. */
	public function holds( DocumentAmounts $credit ): bool {
		try {
			$this->after( $credit );
			return true;
		} catch ( NeedsAttention ) {
			return false;
		}
	}

	/** @throws NeedsAttention when there is less than that. */
	public function check( int $amount ): void {
		if ( $amount > $this->total() ) {
			throw $this->over( $amount, $this->total() );
		}
	}

	private function over( int $refund, int $remaining ): NeedsAttention {
		return NeedsAttention::because(
			ProblemCode::RefundOverInvoice,
			[
				'refund'    => $this->amount( $refund ),
				'remaining' => $this->amount( max( 0, $remaining ) ),
			]
		);
	}

	private function amount( int $minor ): string {
		return Decimal::of_minor( $minor, $this->decimals )->to_scale( $this->decimals );
	}
}
