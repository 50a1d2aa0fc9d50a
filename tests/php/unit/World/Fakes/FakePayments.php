<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\CustomerMoney;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\Payments;
use OrderInvoicer\Domain\Payments\RemotePayment;
use OrderInvoicer\Domain\Payments\StandingPayment;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** Payments of customers, and what of them is set against which document. */
final class FakePayments implements Payments {

	/** @var array<int, array{customer: string, draft: PaymentDraft}> */
	public array $made = [];

	/** @var array<int, array<int, string>> amounts by payment, by document. */
	public array $links = [];

	/**
	 * What people recorded in Sellsy.
	 *
	 * @var array<int, array{
	 *     customer: string,
	 *     status: string,
	 *     currency: string,
	 *     total: string,
	 *     is_debit: bool,
	 *     paid_at: \DateTimeImmutable
	 * }> by id.
	 */
	public array $by_hand = [];

	/** A list of so many pages is read, where one payment is looked for. */
	public int $page  = 100;
	public int $pages = 50;

	/** So many of a customer are read. */
	public int $newest = 300;

	/** @var array<int, string> what else lowered a document's due: a credit note, a payment by hand. */
	public array $lowered = [];

	public function __construct( private readonly Sellsy $sellsy ) {
		$sellsy->due = $this->due( ... );
	}

	public function create( CustomerRef $customer, PaymentDraft $draft ): RemotePayment {
		return $this->sellsy->request(
			'create_payment',
			function () use ( $customer, $draft ): RemotePayment {
				$id                = $this->sellsy->next_id();
				$this->made[ $id ] = [
					'customer' => Sellsy::key( $customer ),
					'draft'    => $draft,
				];
				return $this->payment( $id );
			}
		);
	}

	public function get( int $id ): RemotePayment {
		return $this->sellsy->request(
			'get_payment',
			fn(): RemotePayment => isset( $this->made[ $id ] ) || isset( $this->by_hand[ $id ] )
				? $this->payment( $id )
				: throw new RemoteFailure( FailureKind::NotFound, 404 )
		);
	}

	public function find_by_key( CustomerRef $customer, string $key, \Closure $is_enough ): array {
		return $this->sellsy->request(
			'find_payment',
			function () use ( $customer, $key, $is_enough ): array {
				$ids = array_keys( $this->all_of( Sellsy::key( $customer ) ) );
				$ids = array_filter( $ids, $this->sellsy->is_indexed( ... ) );
				rsort( $ids );
				foreach ( array_chunk( $ids, $this->page ) as $at => $page ) {
					$payments = array_map( $this->payment( ... ), $page );
					$found    = array_filter( $payments, static fn ( $one ): bool => $one->note === $key );
					if ( $found !== [] ) {
						return array_values( $found );
					}
					if ( $at + 1 === $this->pages ) {
						return $is_enough( $payments )
							? []
							: throw new RemoteFailure( FailureKind::OutcomeUnknown, 200 );
					}
				}
				return [];
			}
		);
	}

	public function of_customer( CustomerRef $customer ): CustomerMoney {
		return $this->sellsy->request(
			'payments_of_customer',
			function () use ( $customer ): CustomerMoney {
				$ids    = array_keys( $this->all_of( Sellsy::key( $customer ) ) );
				rsort( $ids );
				$newest = array_slice( $ids, 0, $this->newest );
				return new CustomerMoney(
					array_values(
						array_filter( array_map( fn ( int $id ): ?StandingPayment => $this->of_id( $id ), $newest ) )
					),
					$newest === $ids
				);
			}
		);
	}

	public function standing( int $id, bool $is_out = false ): ?StandingPayment {
		return $this->sellsy->request( 'get_payment', fn(): ?StandingPayment => $this->of_id( $id, $is_out ) );
	}

	public function link( DocumentKind $kind, int $document_id, int $payment_id, Decimal $amount ): void {
		$this->sellsy->request(
			'link_payment',
			function () use ( $document_id, $payment_id, $amount ): void {
				$payer = ( $this->made + $this->by_hand )[ $payment_id ]['customer'];
				if (
					isset( $this->links[ $document_id ][ $payment_id ] )
					|| $this->sellsy->documents[ $document_id ]->is_cancelled()
					|| $payer !== $this->sellsy->billed[ $document_id ]
					|| $amount->compare( $this->due( $document_id ) ) > 0
					|| $amount->compare( $this->payment( $payment_id )->remaining ) > 0
				) {
					throw new RemoteFailure( FailureKind::Rejected, 400 );
				}
				$this->links[ $document_id ][ $payment_id ] = $amount->to_string();
			}
		);
	}

	public function unlink( DocumentKind $kind, int $document_id, int $payment_id ): void {
		$this->sellsy->request(
			'unlink_payment',
			function () use ( $document_id, $payment_id ): void {
				if ( ! isset( $this->links[ $document_id ][ $payment_id ] ) ) {
					throw new RemoteFailure( FailureKind::NotFound, 404 );
				}
				unset( $this->links[ $document_id ][ $payment_id ] );
			}
		);
	}

	public function delete( int $id ): void {
		$this->sellsy->request(
			'delete_payment',
			function () use ( $id ): void {
				if ( ! isset( $this->made[ $id ] ) ) {
					throw new RemoteFailure( FailureKind::NotFound, 404 );
				}
				if ( ! $this->payment( $id )->remaining->equals( $this->made[ $id ]['draft']->amount ) ) {
					throw new RemoteFailure( FailureKind::Rejected, 400 );
				}
				unset( $this->made[ $id ] );
			}
		);
	}

	public function linked( DocumentKind $kind, int $document_id ): array {
		return $this->sellsy->request(
			'linked_payments',
			fn(): array => isset( $this->sellsy->documents[ $document_id ] )
				? array_keys( $this->links[ $document_id ] ?? [] )
				: throw new RemoteFailure( FailureKind::NotFound, 404 )
		);
	}

	public function remaining_due( DocumentKind $kind, int $document_id ): Decimal {
		return $this->sellsy->request( 'remaining_due', fn(): Decimal => $this->due( $document_id ) );
	}

	/** TTC, without a request. */
	public function due( int $document_id ): Decimal {
		$due = $this->sellsy->documents[ $document_id ]->amounts->incl_tax->minus(
			Decimal::from_string( $this->lowered[ $document_id ] ?? '0' )
		);
		foreach ( $this->links[ $document_id ] ?? [] as $id => $amount ) {
			$counts = ( $this->by_hand[ $id ]['status'] ?? 'confirmed' ) === 'confirmed';
			$due    = $counts ? $due->minus( Decimal::from_string( $amount ) ) : $due;
		}
		return $due;
	}

	/** @return array<int, array<string, mixed>> */
	private function all_of( string $customer ): array {
		return array_filter(
			$this->made + $this->by_hand,
			static fn ( array $payment ): bool => $payment['customer'] === $customer
		);
	}

	private function of_id( int $id, bool $is_out = false ): ?StandingPayment {
		$hand = $this->by_hand[ $id ] ?? null;
		if (
			( $hand['is_debit'] ?? $this->made[ $id ]['draft']->pays_back ) !== $is_out
			|| ! in_array( $hand['status'] ?? 'confirmed', [ 'confirmed', 'pending' ], true )
		) {
			return null;
		}
		$free   = $hand === null ? $this->made[ $id ]['draft']->amount : Decimal::from_string( $hand['total'] );
		$linked = [];
		foreach ( $this->links as $document_id => $amounts ) {
			$amount = Decimal::from_string( $amounts[ $id ] ?? '0' );
			$free   = $free->minus( $amount );
			if ( isset( $amounts[ $id ], $this->sellsy->documents[ $document_id ] ) ) {
				$kind = $this->sellsy->documents[ $document_id ]->kind;
				$linked[ StandingPayment::place( $kind, $document_id ) ] = $amount;
			}
		}
		return new StandingPayment(
			id: $id,
			is_confirmed: ( $hand['status'] ?? 'confirmed' ) === 'confirmed',
			currency: $hand['currency'] ?? $this->made[ $id ]['draft']->currency->code,
			free: $free,
			paid_at: $hand['paid_at'] ?? $this->made[ $id ]['draft']->paid_at,
			linked: $linked,
			note: $this->made[ $id ]['draft']->note ?? '',
			amount: $hand === null ? $this->made[ $id ]['draft']->amount : Decimal::from_string( $hand['total'] )
		);
	}

	private function payment( int $id ): RemotePayment {
		$draft     = $this->made[ $id ]['draft'] ?? null;
		$amount    = $draft->amount ?? Decimal::from_string( $this->by_hand[ $id ]['total'] );
		$remaining = $amount;
		foreach ( $this->links as $amounts ) {
			$remaining = $remaining->minus( Decimal::from_string( $amounts[ $id ] ?? '0' ) );
		}
		return new RemotePayment(
			id: $id,
			number: $draft->number ?? '',
			note: $draft->note ?? '',
			amount: $amount,
			remaining: $remaining,
			invoices: array_keys( array_filter( $this->links, static fn ( array $on ): bool => isset( $on[ $id ] ) ) )
		);
	}
}
