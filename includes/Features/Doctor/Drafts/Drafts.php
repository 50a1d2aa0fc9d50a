<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Trials\Specimens;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** Four drafts that no call of Sellsy deletes, the customer that they are for, and a payment: each is used again. */
final class Drafts {

	/** What `DraftsTrial` leaves to the others. */
	public const NEW   = 'new';
	public const THERE = 'there';

	private const PAYMENT = '/invoices/{documentId}/payments/{paymentId}';
	private const CREDIT  = '/credit-notes/{creditNoteId}/invoices/{invoiceId}';

	/** What no other call would come by either. */
	private const OF_ALL = [ FailureKind::RateLimited, FailureKind::Unauthorized, FailureKind::NotSent ];

	public function __construct(
		private readonly SellsyClient $client,
		private readonly Remains $remains,
		private readonly Clock $clock,
	) {}

	/** The subject of each draft, and the name of the customer. */
	public function mark(): string {
		return $this->remains->mark();
	}

	public static function note( Thing $thing ): string {
		return "draft-$thing->value";
	}

	/** Its id, where it is known. */
	public function there( Thing $thing ): ?int {
		return $this->remains->there( $thing );
	}

	/**
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	public function customer(): Answer {
		$body = Specimens::customer( $this->mark() );
		return $this->remains->taken( Thing::Customer )
			?? $this->remains->make( Thing::Customer, ApiRequest::post( '/companies', $body ) );
	}

	/** @throws RemoteFailure */
	public function address( Answer $customer ): int {
		$post = ApiRequest::post(
			'/companies/{companyId}/addresses',
			Specimens::address(),
			[ 'companyId' => $customer->id() ]
		);
		return $customer->optional_int( 'invoicing_address_id' ) ?? $this->client->send( $post->as_trial() )->id();
	}

	/**
	 * Changes the customer, that an answer may be seen to show it as it is now.
	 *
	 * @return string its website since.
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	public function change_customer(): string {
		$this->remains->look( Thing::Customer );
		$website = 'https://example.com/' . $this->clock->now()->getTimestamp();
		$put     = ApiRequest::put(
			'/companies/{id}',
			Specimens::changed_customer( $this->mark(), $website ),
			[ 'id' => (int) $this->there( Thing::Customer ) ]
		);
		$this->client->send( $put->as_trial() );
		return $website;
	}

	/**
	 * The draft as it was made; null where it was there already.
	 *
	 * @param array<string, mixed> $body
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	public function made( Thing $thing, array $body ): ?Answer {
		$post = ApiRequest::post( Specimens::path( $thing ), $body );
		return $this->remains->taken( $thing ) === null ? $this->remains->make( $thing, $post ) : null;
	}

	/**
	 * The draft as it is after a change.
	 *
	 * @param array<string, mixed> $body
	 * @throws RemoteFailure
	 */
	public function changed( Thing $thing, array $body ): Answer {
		$ids = [ 'id' => (int) $this->there( $thing ) ];
		$put = ApiRequest::put( Specimens::path( $thing ) . '/{id}', $body, $ids );
		return $this->client->send( $put->as_trial() );
	}

	/**
	 * The id of a payment that stands on no document.
	 *
	 * @param array<string, mixed> $body of a new one.
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	public function payment( array $body ): int {
		$found = $this->remains->has( Thing::Payment ) ? $this->remains->taken( Thing::Payment ) : null;
		if ( $found === null ) {
			$this->remains->look( Thing::Customer );
			$ids = [ 'id' => (int) $this->there( Thing::Customer ) ];
			return $this->remains->make(
				Thing::Payment,
				ApiRequest::post( '/companies/{id}/payments', $body, $ids )
			)->id();
		}
		$this->remains->look( Thing::Invoice );
		$this->unpay( $found->id() );
		return $found->id();
	}

	/**
	 * @return bool false: Sellsy refuses it.
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	public function pay( int $payment, float $amount ): bool {
		$this->remains->look( Thing::Invoice );
		return $this->remains->is_taken(
			ApiRequest::post( self::PAYMENT, [ 'amount' => $amount ], $this->on_invoice( $payment ) )
		);
	}

	/** @throws RemoteFailure */
	public function unpay( int $payment ): void {
		$this->remains->is_gone_after( ApiRequest::delete( self::PAYMENT, $this->on_invoice( $payment ) ) );
	}

	/**
	 * @return bool false: Sellsy refuses it, and it is left.
	 * @throws RemoteFailure
	 */
	public function delete_payment( int $payment ): bool {
		return $this->remains->delete( Thing::Payment, $payment );
	}

	/**
	 * The credit note against the invoice.
	 *
	 * @return bool false: Sellsy refuses it.
	 * @throws RemoteFailure
	 * @throws Unsettled
	 */
	public function credit( string $amount ): bool {
		$this->remains->look( Thing::Invoice );
		$this->remains->look( Thing::CreditNote );
		return $this->remains->is_taken( ApiRequest::post( self::CREDIT, [ 'amount' => $amount ], $this->pair() ) );
	}

	/**
	 * @return bool whether it was set.
	 * @throws RemoteFailure
	 */
	public function uncredit(): bool {
		$delete = ApiRequest::delete( self::CREDIT, $this->pair() );
		return RemoteFailure::null_when_gone( fn (): bool => $this->remains->is_taken( $delete ) ) === true;
	}

	/**
	 * What is left is counted afresh: a draft that a person deleted no longer is, a payment goes, and so does the
	 * customer that no draft is for.
	 *
	 * @param bool $is_known the drafts were just used.
	 * @return bool Sellsy deleted the payment.
	 * @throws RemoteFailure where Sellsy is not there, or allows nothing more.
	 */
	public function review( bool $is_known ): bool {
		$is_deleted = false;
		foreach ( $is_known ? [] : Thing::DRAFTS as $thing ) {
			$this->with( $thing, static fn () => null );
		}
		$this->with(
			Thing::Payment,
			function ( int $payment ) use ( &$is_deleted ): void {
				$this->with_invoice( fn () => $this->unpay( $payment ) );
				$is_deleted = $this->delete_payment( $payment );
			}
		);
		$left = array_filter( [ ...Thing::DRAFTS, Thing::Payment ], $this->remains->has( ... ) );
		if ( $left === [] ) {
			$this->with( Thing::Customer, fn ( int $id ) => $this->remains->delete( Thing::Customer, $id ) );
		}
		return $is_deleted;
	}

	/**
	 * Only as long as it is the doctor's: what stands on a person's is left to them.
	 *
	 * @param \Closure(): mixed $act
	 * @throws RemoteFailure
	 */
	private function with_invoice( \Closure $act ): void {
		try {
			$this->remains->look( Thing::Invoice );
			$act();
		} catch ( Unsettled ) {
			return;
		}
	}

	/**
	 * What cannot be seen, is refused or fails stays counted.
	 *
	 * @param \Closure(int): mixed $act
	 * @throws RemoteFailure where Sellsy is not there, or allows nothing more.
	 */
	private function with( Thing $thing, \Closure $act ): void {
		try {
			$found = $this->remains->has( $thing ) ? $this->remains->taken( $thing ) : null;
			if ( $found !== null ) {
				$act( $found->id() );
			}
		} catch ( Unsettled ) {
			return;
		} catch ( RemoteFailure $failure ) {
			if ( in_array( $failure->kind, self::OF_ALL, true ) ) {
				throw $failure;
			}
		}
	}

	/** @return array{documentId: int, paymentId: int} */
	private function on_invoice( int $payment ): array {
		return [
			'documentId' => (int) $this->there( Thing::Invoice ),
			'paymentId'  => $payment,
		];
	}

	/** @return array{creditNoteId: int, invoiceId: int} */
	private function pair(): array {
		return [
			'creditNoteId' => (int) $this->there( Thing::CreditNote ),
			'invoiceId'    => (int) $this->there( Thing::Invoice ),
		];
	}
}
