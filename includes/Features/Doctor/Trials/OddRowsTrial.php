<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\EcoTax;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;

/** A row below zero, and one with an eco-participation. */
final class OddRowsTrial implements Trial {

	public function __construct(
		private readonly Computations $computations,
		private readonly Things $things,
	) {}

	public function name(): string {
		return 'odd-rows';
	}

	public function revision(): int {
		return 1;
	}

	public function answers(): array {
		return [ 'eco-tax', 'rows-below-zero' ];
	}

	public function most_calls(): int {
		return 5;
	}

	public function run( Answers $answers ): void {
		$below = $this->computations->compute_or_refuse(
			[ $this->computations->row( '1', '10' ), $this->computations->row( '1', '-1' ) ]
		);
		$answers->give( 'rows-below-zero', $below === null, $below === null ? 'refused' : 'taken' );

		$with_eco = $this->computations->compute_or_refuse( [ $this->with_eco() ] );
		$is_kept  = $with_eco?->excl_tax->equals( Decimal::of_int( 20 ) ) === true;
		$answers->give( 'eco-tax', $is_kept, $is_kept ? 'kept' : ( $with_eco === null ? 'refused' : 'added' ) );
	}

	/**
	 * Only a row of the catalogue has that field.
	 *
	 * @throws RemoteFailure
	 */
	private function with_eco(): DraftRow {
		$row = $this->computations->row( '2', '10' );
		return new DraftRow(
			kind: RowKind::Priced,
			description: $row->description,
			quantity: $row->quantity,
			unit_amount: $row->unit_amount,
			tax_id: $row->tax_id,
			item: new ItemRef( $this->things->item(), 'product' ),
			eco: new EcoTax(
				unit: Decimal::of_int( 1 ),
				incl_tax: false,
				description: $row->description,
				is_field: true
			)
		);
	}
}
