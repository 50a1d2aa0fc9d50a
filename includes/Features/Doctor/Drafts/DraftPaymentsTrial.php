<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\Payments;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Trials\About;
use OrderInvoicer\Features\Doctor\Trials\Answers;
use OrderInvoicer\Features\Doctor\Trials\CompanyTrial;
use OrderInvoicer\Features\Doctor\Trials\Computations;
use OrderInvoicer\Features\Doctor\Trials\Trial;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;

/** A payment is found by its note, set against the draft of an invoice, and deleted. */
final class DraftPaymentsTrial implements Trial {

	public const NAME = 'draft-payments';

	/** What is assumed of deleting, and seen where it is so. */
	public const DELETION = 'payment-keeps-customer';
	public const DELETED  = 'deleted';

	private const LOOKS = 2;

	public function __construct(
		private readonly Drafts $drafts,
		private readonly Payments $payments,
		private readonly PaymentMapping $mapping,
		private readonly Account $account,
		private readonly Computations $computations,
		private readonly Clock $clock,
	) {}

	public function about(): About {
		return new About(
			name: self::NAME,
			answers: [ 'payment-by-note', 'payment-on-draft', self::DELETION ],
			most_calls: 9,
			revision: 2,
			leaves_drafts: true
		);
	}

	public function run( Answers $answers ): void {
		if ( $answers->noted( Drafts::note( Thing::Invoice ) ) === null ) {
			$answers->leave_open( 'no-draft' );
			return;
		}
		try {
			$this->try_payment( $answers );
		} catch ( Unsettled $unsettled ) {
			if ( $unsettled->again !== null ) {
				$answers->wait_until( $unsettled->again );
				return;
			}
			$answers->leave_open( $unsettled->why );
		}
	}

	/**
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	private function try_payment( Answers $answers ): void {
		$method = $this->account->payment_methods()[0]['id'] ?? null;
		if ( $method === null ) {
			$answers->leave_open( 'too-few' );
			return;
		}
		$payment = $this->drafts->payment( $this->mapping->body( $this->draft( $method ) ) );
		if ( ! $this->is_found( $payment, $answers ) ) {
			return;
		}
		$is_taken = $this->drafts->pay( $payment, 1.0 );
		if ( $is_taken ) {
			$this->drafts->unpay( $payment );
		}
		$answers->give( 'payment-on-draft', ! $is_taken, $is_taken ? 'accepted' : 'refused' );
		$is_deleted = $this->drafts->delete_payment( $payment );
		$answers->give( self::DELETION, $is_deleted, $is_deleted ? self::DELETED : 'refused' );
	}

	/**
	 * @return bool false: it is looked for again later.
	 * @throws RemoteFailure
	 */
	private function is_found( int $payment, Answers $answers ): bool {
		$customer = new CustomerRef( CustomerType::Company, (int) $this->drafts->there( Thing::Customer ) );
		$found    = $this->payments->find_by_key( $customer, $this->drafts->mark(), static fn (): bool => true );
		$is_found = in_array( $payment, array_column( $found, 'id' ), true );
		$looks    = 1 + (int) $answers->noted( 'payment-looks' );
		if ( ! $is_found && $looks < self::LOOKS && $answers->seen( 'search-lag' ) !== CompanyTrial::LATER ) {
			$answers->note( 'payment-looks', $looks );
			$answers->wait_until( $this->clock->now()->modify( '+1 minute' ) );
			return false;
		}
		$answers->give( 'payment-by-note', $is_found, $is_found ? 'found' : 'not-found' );
		return true;
	}

	/** @throws RemoteFailure */
	private function draft( int $method ): PaymentDraft {
		return new PaymentDraft(
			pays_back: false,
			method_id: $method,
			paid_at: $this->clock->now(),
			amount: Decimal::of_int( 1 ),
			currency: $this->computations->currency(),
			number: '',
			note: $this->drafts->mark()
		);
	}
}
