<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Amounts\EcoTax;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Sellsy\RightProbe;

/**
 * An item that nobody has is changed, and one that is made: searched by a part of its reference, changed in part, sold
 * with an eco-participation.
 */
final class ItemsTrial implements Trial {

	private const LEFT_OUT = [ 'name', 'reference', 'description' ];

	public function __construct(
		private readonly RightProbe $probe,
		private readonly Things $things,
		private readonly Computations $computations,
	) {}

	public function about(): About {
		return new About(
			name: 'items',
			answers: [ 'eco-tax', 'item-search-by-part', 'put-keeps-items', 'rights-before-objects' ],
			most_calls: 10
		);
	}

	public function run( Answers $answers ): void {
		$item    = $this->made( $answers, $this->probe->state( 'items.write', [] ) );
		$mark    = $this->things->mark();
		$by_part = $this->finds( $item, substr( $mark, 3, -1 ) );
		if ( $by_part || $this->finds( $item, $mark ) ) {
			$answers->give( 'item-search-by-part', $by_part, $by_part ? 'part' : 'whole' );
		} else {
			$answers->not_known( 'item-search-by-part', 'search-lags' );
		}
		$changed = $this->things->change( Thing::Item, $item, Specimens::changed_item(), self::LEFT_OUT );
		$lost    = array_filter(
			self::LEFT_OUT,
			static fn ( string $field ): bool => $changed->string( $field ) === ''
		) !== [];
		$answers->give( 'put-keeps-items', ! $lost, $lost ? 'lost' : 'kept' );

		$with_eco = $this->computations->compute_or_refuse( [ $this->with_eco() ] );
		$is_kept  = $with_eco?->excl_tax->equals( Decimal::of_int( 20 ) ) === true;
		$answers->give( 'eco-tax', $is_kept, $is_kept ? 'kept' : ( $with_eco === null ? 'refused' : 'added' ) );
		$this->things->remove( Thing::Item );
	}

	/**
	 * What the probe foretold shows by the creation.
	 *
	 * @throws RemoteFailure
	 */
	private function made( Answers $answers, RightState $foretold ): int {
		try {
			$id = $this->things->item();
		} catch ( RemoteFailure $failure ) {
			if ( $failure->kind === FailureKind::AccountBlocked ) {
				$this->compare( $answers, $foretold, RightState::Missing );
			}
			throw $failure;
		}
		$this->compare( $answers, $foretold, RightState::Seen );
		return $id;
	}

	private function compare( Answers $answers, RightState $foretold, RightState $is ): void {
		$foretold === RightState::Unseen
			? $answers->not_known( 'rights-before-objects', 'not-said' )
			: $answers->give( 'rights-before-objects', $foretold === $is, "$foretold->value-is-$is->value" );
	}

	/** @throws RemoteFailure */
	private function finds( int $item, string $reference ): bool {
		$found = $this->things->search( Thing::Item, [ 'reference' => $reference ] );
		return in_array( $item, NewestFirst::ids( $found ), true );
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
