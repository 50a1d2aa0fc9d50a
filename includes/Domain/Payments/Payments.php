<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Payments;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;

/** Payments at Sellsy: recorded on the customer, then set against a document. */
interface Payments {

	/**
	 * `POST /companies|individuals/{id}/payments`.
	 *
	 * @throws RemoteFailure
	 */
	public function create( CustomerRef $customer, PaymentDraft $draft ): RemotePayment;

	/** @throws RemoteFailure of kind NotFound when it is gone. */
	public function get( int $id ): RemotePayment;

	/**
	 * The customer's payments whose note is that key: their list is read, the newest first, until one is met.
	 *
	 * @param \Closure(list<RemotePayment>): bool $is_enough whether older ones than on the last page that can be read
	 *                                                       need not be.
	 * @return list<RemotePayment>
	 * @throws RemoteFailure also where the list is longer than can be read.
	 */
	public function find_by_key( CustomerRef $customer, string $key, \Closure $is_enough ): array;

	/**
	 * Money in of the customer that is confirmed or pending, recorded by whomever: `POST /payments/search`, as far as
	 * a few pages go.
	 *
	 * @throws RemoteFailure
	 */
	public function of_customer( CustomerRef $customer ): CustomerMoney;

	/**
	 * @param bool $is_out whether money out is asked for; otherwise money in.
	 * @return StandingPayment|null null: it is gone, or none of that kind that is confirmed or pending.
	 * @throws RemoteFailure
	 */
	public function standing( int $id, bool $is_out = false ): ?StandingPayment;

	/**
	 * `POST /invoices|credit-notes/{documentId}/payments/{paymentId}`.
	 *
	 * @param Decimal $amount above zero, at most what remains of both.
	 * @throws RemoteFailure
	 */
	public function link( DocumentKind $kind, int $document_id, int $payment_id, Decimal $amount ): void;

	/**
	 * `DELETE /invoices|credit-notes/{documentId}/payments/{paymentId}`: it is free then, and the document due again.
	 *
	 * @throws RemoteFailure of kind NotFound where the one is not set against the other.
	 */
	public function unlink( DocumentKind $kind, int $document_id, int $payment_id ): void;

	/**
	 * `DELETE /payments/{id}`: Sellsy deletes one that is set against no document.
	 *
	 * @throws RemoteFailure of kind NotFound when it is gone.
	 */
	public function delete( int $id ): void;

	/**
	 * Ids of the payments that the document lists.
	 *
	 * @return list<int>
	 * @throws RemoteFailure
	 */
	public function linked( DocumentKind $kind, int $document_id ): array;

	/**
	 * Payments and credit notes leave this much of the document due, TTC.
	 *
	 * @throws RemoteFailure of kind NotFound when it is gone.
	 */
	public function remaining_due( DocumentKind $kind, int $document_id ): Decimal;
}
