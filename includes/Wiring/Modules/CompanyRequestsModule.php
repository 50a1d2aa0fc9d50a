<?php

declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\OpenReissue;
use OrderInvoicer\Domain\CompanyRequests\AskForCompany;
use OrderInvoicer\Domain\CompanyRequests\ChangeCompany;
use OrderInvoicer\Domain\CompanyRequests\CompanyRequestStates;
use OrderInvoicer\Domain\CompanyRequests\WeighCompany;

/** A buyer wants the invoice in the name of their company. The owner's answer is made in ActionsModule. */
final class CompanyRequestsModule {

	public readonly CompanyRequestStates $company_request_states;
	public readonly AskForCompany $ask_for_company;
	public readonly OpenReissue $open_reissue;
	public readonly WeighCompany $weigh_company;

	public function __construct( private readonly Ports $ports, private readonly OrderBookModule $order_book ) {
		$ledger                       = $ports->ledger();
		$requests                     = $ports->company_requests();
		$this->company_request_states = new CompanyRequestStates( $ledger );
		$this->open_reissue           = new OpenReissue( $ledger, $order_book->orders, $ports->clock() );
		$this->ask_for_company        = new AskForCompany(
			settings: $ports->settings(),
			requests: $requests,
			states: $this->company_request_states,
			ledger: $ledger,
			queue: $ports->queue(),
			clock: $ports->clock()
		);
		$this->weigh_company          = new WeighCompany(
			requests: $requests,
			invoices: $this->open_reissue,
			ledger: $ledger,
			report: $ports->report(),
			orders: $order_book->orders,
			billed: $order_book->billable_order
		);
	}

	/** Shoppers' pages need none of it. */
	public function change_company( CustomersModule $customers ): ChangeCompany {
		return new ChangeCompany(
			requests: $this->ports->company_requests(),
			weigh: $this->weigh_company,
			reissue: $this->open_reissue,
			orders: $this->order_book->orders,
			settings: $this->ports->settings(),
			customer: $customers->resolve_customer,
			ledger: $this->ports->ledger(),
			finish: $this->order_book->complete_task,
			owner: $this->ports->owner_mails(),
			clock: $this->ports->clock()
		);
	}
}
