<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Customers\CreateCustomer;
use OrderInvoicer\Domain\Customers\CreateFurther;
use OrderInvoicer\Domain\Customers\Customers;
use OrderInvoicer\Domain\Customers\CustomersByReference;
use OrderInvoicer\Domain\Customers\FindCustomer;
use OrderInvoicer\Domain\Customers\KeepCustomer;
use OrderInvoicer\Domain\Customers\ProveBuyer;
use OrderInvoicer\Domain\Customers\RecallCustomer;
use OrderInvoicer\Domain\Customers\RememberCustomer;
use OrderInvoicer\Domain\Customers\ResolveAddresses;
use OrderInvoicer\Domain\Customers\ResolveContact;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Customers\Spellings;
use OrderInvoicer\Domain\Failures\OptionalStep;

/** Whose document it is: found, created, kept up to date, remembered. */
final class CustomersModule {

	public readonly RecallCustomer $recall_customer;
	public readonly RememberCustomer $remember_customer;
	public readonly KeepCustomer $keep_customer;
	public readonly ResolveAddresses $resolve_addresses;
	public readonly Spellings $spellings;
	public readonly ResolveCustomer $resolve_customer;
	public readonly ProveBuyer $prove_buyer;

	private readonly ResolveContact $resolve_contact;

	public function __construct(
		private readonly Ports $ports,
		OrderBookModule $order_book,
		private readonly RemoteIdsModule $remote_ids,
	) {
		$customers = $ports->customers();

		$this->spellings         = new Spellings( $ports->written_emails() );
		$this->recall_customer   = new RecallCustomer(
			$ports->account(),
			$ports->customer_memory(),
			$ports->fingerprints(),
			$order_book->orders
		);
		$this->remember_customer = new RememberCustomer(
			$ports->account(),
			$ports->customer_memory(),
			$this->recall_customer
		);
		$this->keep_customer     = new KeepCustomer(
			$customers,
			new OptionalStep( $ports->logger() ),
			$ports->order_links()
		);
		$this->resolve_addresses = new ResolveAddresses( $customers, $remote_ids->remote_ids );
		$this->resolve_contact   = new ResolveContact( $customers, $remote_ids->remote_ids );
		$this->resolve_customer  = $this->resolve_customer( $customers );
		$this->prove_buyer       = new ProveBuyer(
			$customers,
			$this->recall_customer,
			$this->resolve_addresses,
			$this->resolve_contact,
			$this->keep_customer
		);
	}

	private function resolve_customer( Customers $customers ): ResolveCustomer {
		$ports        = $this->ports;
		$by_reference = new CustomersByReference( $customers, $ports->shop_code_conflicts() );
		$find         = new FindCustomer(
			$customers,
			$ports->customer_memory(),
			$this->recall_customer,
			$ports->account(),
			$by_reference,
			$this->spellings
		);
		return new ResolveCustomer(
			$customers,
			$this->remote_ids->remote_ids,
			$this->recall_customer,
			$this->remember_customer,
			$find,
			new CreateFurther(
				$this->remote_ids->remote_ids,
				$this->remember_customer,
				$this->recall_customer,
				$by_reference,
				new CreateCustomer(
					customers: $customers,
					findings: $ports->account_findings(),
					orders: $ports->order_links(),
					logger: $ports->logger(),
					trail: $ports->trail()
				)
			),
			$this->keep_customer,
			$this->resolve_contact,
			$this->resolve_addresses,
			$ports->order_links(),
			$ports->trail()
		);
	}
}
