<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Amounts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/**
 * The difference between the order's total and HT + VAT of all taxes. It is believed only as far as rounding explains
 * it. A larger one means that the order's taxes do not follow from its rates.
 */
final class RoundingRest {

	/**
	 * @param int $total the order's, minor units.
	 * @param int $cap   most minor units that the owner allows.
	 * @param int $known minor units that need no explanation: the document that is credited has them.
	 */
	public function __construct(
		private readonly int $total,
		private readonly int $decimals,
		private readonly int $cap,
		private readonly int $known,
	) {}

	/**
	 * Leaves a rest of zero or more. A negative one cannot be a row, so HT is lowered where it exceeds the order most.
	 *
	 * @param non-empty-list<TaxGroup> $groups
	 * @return non-empty-list<TaxGroup>
	 * @throws NeedsAttention
	 */
	public function settle( array $groups ): array {
		$this->check_bound( $groups );
		$this->check_cap( $groups );
		while ( $this->rest( $groups ) < 0 ) {
			$most   = $this->most_exceeding( $groups );
			$groups = array_values(
				array_replace( $groups, [ $most => $groups[ $most ]->with_ht( $groups[ $most ]->ht - 1 ) ] )
			);
		}
		$this->check_vat( $groups );
		$this->check_cap( $groups );
		return $groups;
	}

	/** @param list<TaxGroup> $groups */
	public function rest( array $groups ): int {
		return $this->total - $this->document_total( $groups );
	}

	/** @param list<TaxGroup> $groups */
	private function document_total( array $groups ): int {
		return array_sum( array_map( static fn ( TaxGroup $group ): int => $group->ttc(), $groups ) );
	}

	/** @param non-empty-list<TaxGroup> $groups */
	private function check_bound( array $groups ): void {
		$bound = array_sum( array_map( static fn ( TaxGroup $group ): int => $group->doubled_bound(), $groups ) );
		if ( 2 * abs( $this->rest( $groups ) ) > $bound + 2 * $this->known ) {
			throw $this->not_of_its_rates( $groups );
		}
		$this->check_vat( $groups );
	}

	/** @param non-empty-list<TaxGroup> $groups */
	private function check_vat( array $groups ): void {
		foreach ( $groups as $group ) {
			if ( ! $group->explains_its_vat() ) {
				throw $this->not_of_its_rates( $groups );
			}
		}
	}

	/** @param non-empty-list<TaxGroup> $groups */
	private function check_cap( array $groups ): void {
		$rest = $this->rest( $groups );
		if ( abs( $rest ) > $this->cap ) {
			$facts = [
				'amount' => $this->amount( $rest ),
				'cap'    => $this->amount( $this->cap ),
			];
			throw $this->stop( ProblemCode::RoundingOverCap, $groups, $facts );
		}
	}

	/** @param non-empty-list<TaxGroup> $groups */
	private function most_exceeding( array $groups ): int {
		$most = null;
		$by   = Decimal::zero();
		foreach ( $groups as $i => $group ) {
			$excess = Decimal::of_minor( $group->ttc(), $this->decimals )->minus( $group->charged() );
			if ( $group->ht > 0 && ( $most === null || $excess->compare( $by ) > 0 ) ) {
				$most = $i;
				$by   = $excess;
			}
		}
		return $most ?? throw $this->not_of_its_rates( $groups );
	}

	/**
	 * Both totals may be the same: then the VAT tells.
	 *
	 * @param non-empty-list<TaxGroup> $groups
	 */
	private function not_of_its_rates( array $groups ): NeedsAttention {
		$stored   = Decimal::zero();
		$computed = 0;
		foreach ( $groups as $group ) {
			$stored    = $stored->plus( $group->stored );
			$computed += $group->vat();
		}
		$facts = [
			'order_vat'    => $this->amount( $stored->rounded_minor( $this->decimals, Rounding::HalfUp ) ),
			'document_vat' => $this->amount( $computed ),
		];
		return $this->stop( ProblemCode::TaxesAreNotRates, $groups, $facts );
	}

	/**
	 * @param non-empty-list<TaxGroup>  $groups
	 * @param array<string, string|int> $facts
	 */
	private function stop( ProblemCode $code, array $groups, array $facts = [] ): NeedsAttention {
		$totals = [
			'order_total'    => $this->amount( $this->total ),
			'document_total' => $this->amount( $this->document_total( $groups ) ),
		];
		return NeedsAttention::because( $code, $facts + $totals );
	}

	private function amount( int $minor ): string {
		return Decimal::of_minor( $minor, $this->decimals )->to_scale( $this->decimals );
	}
}
