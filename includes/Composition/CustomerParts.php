<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Application\CreateCustomer;
use OrderInvoicer\Application\CreateFurther;
use OrderInvoicer\Application\FindCustomer;
use OrderInvoicer\Application\KeepCustomer;
use OrderInvoicer\Application\Once;
use OrderInvoicer\Application\OptionalStep;
use OrderInvoicer\Application\RecallCustomer;
use OrderInvoicer\Application\RememberCustomer;
use OrderInvoicer\Application\ResolveAddresses;
use OrderInvoicer\Application\ResolveContact;
use OrderInvoicer\Application\ResolveCustomer;
use OrderInvoicer\Persistence\WpdbCustomerMemory;
use OrderInvoicer\Security\SaltedFingerprints;

/** The shop's customers at Sellsy. */
final class CustomerParts {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Once $once,
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
