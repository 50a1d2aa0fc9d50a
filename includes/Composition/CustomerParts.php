<?php
declare( strict_types=1 );

namespace OrderInvoicer\Composition;

use OrderInvoicer\Application\CreateCustomer;
use OrderInvoicer\Application\FindCustomer;
use OrderInvoicer\Application\KeepCustomer;
use OrderInvoicer\Application\Once;
use OrderInvoicer\Application\OptionalStep;
use OrderInvoicer\Application\ResolveAddresses;
use OrderInvoicer\Application\ResolveContact;
use OrderInvoicer\Application\ResolveCustomer;

defined( 'ABSPATH' ) || exit;

/** The shop's customers at Sellsy. */
final class CustomerParts {

	public function __construct(
		private readonly Foundation $on,
		private readonly SellsyParts $sellsy,
		private readonly Once $once,
	) {}

	public function resolve_customer(): ResolveCustomer {
		$customers = $this->sellsy->customers();
		return new ResolveCustomer(
			$customers,
			$this->once,
			new FindCustomer( $customers, $this->on->attempts(), $this->on->clashes() ),
			new CreateCustomer( $customers, $this->on->order_links(), $this->on->logger(), $this->on->attempts() ),
			$this->keep_customer(),
			new ResolveContact( $customers, $this->once ),
			$this->resolve_addresses(),
			$this->on->attempts()
		);
	}

	public function resolve_addresses(): ResolveAddresses {
		return new ResolveAddresses( $this->sellsy->customers(), $this->once );
	}

	public function keep_customer(): KeepCustomer {
		return new KeepCustomer( $this->sellsy->customers(), new OptionalStep( $this->on->logger() ) );
	}
}
