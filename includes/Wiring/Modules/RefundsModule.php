<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Refunds\CreditableBalance;
use OrderInvoicer\Domain\Refunds\CreditedOrder;
use OrderInvoicer\Domain\Refunds\CreditFor;
use OrderInvoicer\Domain\Refunds\InvoiceToCredit;
use OrderInvoicer\Domain\Refunds\RefundToCredit;

/** Which refund is to be credited, on which invoice, and how much of it. */
final class RefundsModule {

	public readonly RefundToCredit $refund_to_credit;
	public readonly InvoiceToCredit $invoice_to_credit;
	public readonly CreditableBalance $creditable_balance;
	public readonly CreditFor $credit_for;

	public function __construct(
		Ports $ports,
		OrderBookModule $order_book,
		DocumentsModule $documents,
		WatchingModule $watching,
		ContentModule $content,
	) {
		$this->refund_to_credit   = new RefundToCredit( $order_book->orders, $ports->ledger(), $ports->clock() );
		$this->invoice_to_credit  = new InvoiceToCredit(
			$ports->ledger(),
			$ports->invoicing(),
			$watching->final_document,
			$watching->lost_document,
			$ports->order_links()
		);
		$this->creditable_balance = new CreditableBalance(
			$order_book->orders,
			$ports->ledger(),
			$ports->invoicing(),
			$order_book->billable_order,
			$watching->lost_document,
			$documents->recent_answers
		);
		$this->credit_for         = new CreditFor(
			$order_book->orders,
			$ports->ledger(),
			$content->read_taxes,
			$order_book->billable_order,
			new CreditedOrder( $ports->texts() ),
			$this->creditable_balance,
			$documents->accepted_rounding
		);
	}
}
