<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Emails\NotifyCustomer;

/** The shop's own e-mails to its customers. */
final class EmailsModule {

	public readonly NotifyCustomer $notify_customer;

	public function __construct(
		Ports $ports,
		OrderBookModule $order_book,
		DocumentsModule $documents,
		RemoteIdsModule $remote_ids,
	) {
		$this->notify_customer = new NotifyCustomer(
			ledger: $ports->ledger(),
			orders: $order_book->orders,
			emails: $ports->shop_emails(),
			invoicing: $ports->invoicing(),
			answers: $documents->recent_answers,
			finish: $order_book->complete_task,
			clock: $ports->clock(),
			unrecorded: $remote_ids->unrecorded
		);
	}
}
