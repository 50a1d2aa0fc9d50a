<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Customers\CreateCustomer;
use OrderInvoicer\Domain\Customers\CreateFurther;
use OrderInvoicer\Domain\Customers\FindCustomer;
use OrderInvoicer\Domain\Customers\KeepCustomer;
use OrderInvoicer\Domain\Customers\ProveBuyer;
use OrderInvoicer\Domain\Customers\RecallCustomer;
use OrderInvoicer\Domain\Customers\RememberCustomer;
use OrderInvoicer\Domain\Customers\ResolveAddresses;
use OrderInvoicer\Domain\Customers\ResolveContact;
use OrderInvoicer\Domain\Customers\ResolveCustomer;
use OrderInvoicer\Domain\Failures\OptionalStep;
use OrderInvoicer\Domain\RemoteIds\RemoteIds;
use OrderInvoicer\WordPress\Secrets\SaltedFingerprints;
use OrderInvoicer\WordPress\Tables\WpdbCustomerMemory;

/** The shop's customers at Sellsy. */
final class CustomerParts {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly RemoteIds $once,
	) {}

	public function resolve_customer(): ResolveCustomer {
		$customers = $this->sellsy->customers();
		$trail     = $this->on->attempts();
		$orders    = $this->on->order_links();
		$recall    = $this->recall_customer();
		$find      = new FindCustomer( $customers, $this->memory(), $recall, $this->sellsy->account(), $this->on->clashes() );
		$create    = new CreateCustomer( $customers, $orders, $this->on->logger(), $trail );
		return new ResolveCustomer(
			$customers,
			$this->once,
			$recall,
			$this->remember_customer(),
			$find,
			new CreateFurther( $this->once, $this->remember_customer(), $recall, $find, $create ),
			$this->keep_customer(),
			new ResolveContact( $customers, $this->once ),
			$this->resolve_addresses(),
			$orders,
			$trail
		);
	}

	public function prove_buyer(): ProveBuyer {
		$customers = $this->sellsy->customers();
		return new ProveBuyer( $customers, $this->recall_customer(), $this->resolve_addresses(), new ResolveContact( $customers, $this->once ), $this->keep_customer() );
	}

	public function resolve_addresses(): ResolveAddresses {
		return new ResolveAddresses( $this->sellsy->customers(), $this->once );
	}

	public function keep_customer(): KeepCustomer {
		return new KeepCustomer( $this->sellsy->customers(), new OptionalStep( $this->on->logger() ) );
	}

	public function recall_customer(): RecallCustomer {
		return new RecallCustomer( $this->sellsy->account(), $this->memory(), new SaltedFingerprints(), $this->on->orders() );
	}

	public function remember_customer(): RememberCustomer {
		return new RememberCustomer( $this->sellsy->account(), $this->memory(), $this->recall_customer() );
	}

	private function memory(): WpdbCustomerMemory {
		return new WpdbCustomerMemory( $this->on->sql(), $this->on->clock );
	}
}
