<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Trials\About;
use OrderInvoicer\Features\Doctor\Trials\Answers;
use OrderInvoicer\Features\Doctor\Trials\Refusal;
use OrderInvoicer\Features\Doctor\Trials\Trial;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\ServiceDates;

/** The four drafts are made, or found, and changed: what of it do their answers hold? */
final class DraftsTrial implements Trial {

	private const REFUSED = 'refused';

	/** What concerns one kind alone. */
	private const OF_ONE = [ FailureKind::Rejected, FailureKind::AccountBlocked, FailureKind::NotFound ];

	public function __construct(
		private readonly Drafts $drafts,
		private readonly DraftBodies $bodies,
		private readonly ServiceDates $service_dates,
	) {}

	public function about(): About {
		return new About(
			name: 'drafts',
			answers: [ 'day-of-goods', 'draft-keeps-fields' ],
			most_calls: 14,
			revision: 2,
			leaves_drafts: true
		);
	}

	public function run( Answers $answers ): void {
		$again = null;
		$why   = '';
		try {
			$customer = $this->drafts->customer();
			$address  = $this->drafts->address( $customer );
			foreach ( Thing::DRAFTS as $thing ) {
				try {
					$this->try( $thing, $customer->id(), $address, $answers );
				} catch ( RemoteFailure $failure ) {
					$why = self::reason( $failure );
				} catch ( Unsettled $unsettled ) {
					$why     = $unsettled->why;
					$again ??= $unsettled->again;
				}
			}
		} catch ( Unsettled $unsettled ) {
			$why   = $unsettled->why;
			$again = $unsettled->again;
		}
		if ( $again !== null ) {
			$answers->wait_until( $again );
		} elseif ( $why !== '' ) {
			$answers->leave_open( $why ); // What was not seen on all of them, unless it is otherwise already.
		} else {
			$answers->give_unless_given( 'draft-keeps-fields', true, 'kept' );
		}
	}

	/**
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	private function try( Thing $thing, int $customer, int $address, Answers $answers ): void {
		$kind   = DocumentKind::from( $thing->value );
		$mark   = $this->drafts->mark();
		$body   = $this->bodies->of_new( $kind, $mark, $customer, $address );
		$change = $this->bodies->of_change( $kind, $mark, $customer, $address );
		$made   = $this->sent( $body, fn ( array $body ): ?Answer => $this->drafts->made( $thing, $body ), $answers );
		if ( $made !== null ) {
			$this->look_at_fields( $body, $made, $answers );
		}
		$answers->note( Drafts::note( $thing ), $made === null ? Drafts::THERE : Drafts::NEW );
		if ( $made !== null && $kind !== DocumentKind::Invoice ) {
			return; // Changed by the next run: calls are few.
		}
		$changed = $this->sent(
			$change,
			fn ( array $body ): Answer => $this->drafts->changed( $thing, $body ),
			$answers
		);
		$this->look_at_fields( $change, $changed, $answers );
		if ( $kind === DocumentKind::Invoice ) {
			$this->look_at_days( $change, $changed, $answers );
		}
	}

	/**
	 * Where Sellsy refuses the dates of a service, without them: a refusal has made nothing.
	 *
	 * @template T
	 * @param array<string, mixed>             $body
	 * @param \Closure(array<string, mixed>): T $send
	 * @return T
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	private function sent( array $body, \Closure $send, Answers $answers ): mixed {
		$without = array_diff_key( $body, [ 'service_dates' => null ] );
		if ( ( $answers->given()['day-of-goods'][1] ?? '' ) === self::REFUSED ) {
			return $send( $without );
		}
		try {
			return $send( $body );
		} catch ( RemoteFailure $failure ) {
			if ( ! $failure->is_about( 'service_dates' ) ) {
				throw $failure;
			}
			$this->service_dates->were_refused();
			$answers->give( 'day-of-goods', false, self::REFUSED );
			return $send( $without );
		}
	}

	/** @param array<string, mixed> $sent */
	private function look_at_fields( array $sent, Answer $found, Answers $answers ): void {
		$lost = DraftBodies::lost( $sent, $found );
		if ( $lost !== '' ) {
			$answers->give_unless_given( 'draft-keeps-fields', false, "without-$lost" );
		}
	}

	/** @param array<string, mixed> $sent */
	private function look_at_days( array $sent, Answer $found, Answers $answers ): void {
		$is_shipped = DraftBodies::keeps_shipping_date( $sent, $found );
		if ( DraftBodies::keeps_service_dates( $sent, $found ) ) {
			$this->service_dates->were_seen();
			$answers->give( 'day-of-goods', $is_shipped, $is_shipped ? 'kept' : 'no-shipping-date' );
			return;
		}
		$answers->give_unless_given( 'day-of-goods', false, 'no-service-dates' );
	}

	/** @throws RemoteFailure where it is not of one kind alone. */
	private static function reason( RemoteFailure $failure ): string {
		if ( ! in_array( $failure->kind, self::OF_ONE, true ) ) {
			throw $failure;
		}
		return (string) Refusal::code( $failure );
	}
}
