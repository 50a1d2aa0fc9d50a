<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RightState;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Sellsy\RightProbe;

/** An item that nobody has is changed, and one that is made: searched by a part of its reference, changed in part. */
final class ItemsTrial implements Trial {

	private const LEFT_OUT = [ 'name', 'reference', 'description' ];

	public function __construct(
		private readonly RightProbe $probe,
		private readonly Things $things,
		private readonly Change $change,
	) {}

	public function name(): string {
		return 'items';
	}

	public function revision(): int {
		return 1;
	}

	public function answers(): array {
		return [ 'item-search-by-part', 'put-keeps-items', 'rights-before-objects' ];
	}

	public function most_calls(): int {
		return 6;
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
		$changed = $this->change->of( Thing::Item, $item, Specimens::changed_item(), self::LEFT_OUT );
		$lost    = array_filter(
			self::LEFT_OUT,
			static fn ( string $field ): bool => $changed->string( $field ) === ''
		) !== [];
		$answers->give( 'put-keeps-items', ! $lost, $lost ? 'lost' : 'kept' );
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
}
