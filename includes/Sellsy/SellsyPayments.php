<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Payments\CustomerMoney;
use OrderInvoicer\Domain\Payments\PaymentDraft;
use OrderInvoicer\Domain\Payments\Payments;
use OrderInvoicer\Domain\Payments\RemotePayment;
use OrderInvoicer\Domain\Payments\StandingPayment;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\PaymentMapping;
use OrderInvoicer\Sellsy\Resources\CustomerPayments;
use OrderInvoicer\Sellsy\Resources\DocumentLinks;

/**
 * @assumes payment-by-note
 * @assumes payments-of-customer
 */
final class SellsyPayments implements Payments {

	public function __construct(
		private readonly CustomerPayments $payments,
		private readonly DocumentLinks $links,
		private readonly PaymentMapping $mapping,
	) {}

	public function create( CustomerRef $customer, PaymentDraft $draft ): RemotePayment {
		return $this->mapping->payment( $this->payments->create( $customer, $this->mapping->body( $draft ) ) );
	}

	public function get( int $id ): RemotePayment {
		return $this->mapping->payment( $this->payments->get( $id ) );
	}

	/** Sellsy has no filter on note or number: the customer's payments are read and compared here. */
	public function find_by_key( CustomerRef $customer, string $key, \Closure $is_enough ): array {
		$pages = $this->payments->until(
			$customer,
			fn ( array $page ): bool => self::under( $key, $this->read( $page ) ) !== [],
			fn ( array $page ): bool => $is_enough( $this->read( $page ) )
		);
		return self::under( $key, $this->read( $pages ) );
	}

	/**
	 * @param list<RemotePayment> $payments
	 * @return list<RemotePayment>
	 */
	private static function under( string $key, array $payments ): array {
		return array_values(
			array_filter( $payments, static fn ( RemotePayment $payment ): bool => trim( $payment->note ) === $key )
		);
	}

	/**
	 * @param list<Answer> $answers
	 * @return list<RemotePayment>
	 */
	private function read( array $answers ): array {
		return array_map( $this->mapping->payment( ... ), $answers );
	}

	public function of_customer( CustomerRef $customer ): CustomerMoney {
		[ $payments, $is_all ] = $this->payments->newest( $customer );
		$standing = array_map(
			fn ( Answer $payment ): ?StandingPayment => $this->mapping->standing( $payment, is_out: false ),
			$payments
		);
		return new CustomerMoney( array_values( array_filter( $standing ) ), $is_all );
	}

	public function standing( int $id, bool $is_out = false ): ?StandingPayment {
		$payment = RemoteFailure::null_when_gone( fn (): Answer => $this->payments->get( $id ) );
		return $payment === null ? null : $this->mapping->standing( $payment, $is_out );
	}

	public function link( DocumentKind $kind, int $document_id, int $payment_id, Decimal $amount ): void {
		$this->links->pay( $kind, $document_id, $payment_id, (float) $amount->to_string() );
	}

	public function unlink( DocumentKind $kind, int $document_id, int $payment_id ): void {
		$this->links->unpay( $kind, $document_id, $payment_id );
	}

	public function delete( int $id ): void {
		$this->payments->delete( $id );
	}

	public function linked( DocumentKind $kind, int $document_id ): array {
		return array_map(
			static fn( Answer $payment ): int => $payment->id(),
			$this->links->payments_of( $kind, $document_id )
		);
	}

	public function remaining_due( DocumentKind $kind, int $document_id ): Decimal {
		return $this->links->remaining_due( $kind, $document_id );
	}
}
