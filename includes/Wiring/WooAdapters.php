<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\CompanyRequests\CompanyRequests;
use OrderInvoicer\Domain\Customers\WrittenEmails;
use OrderInvoicer\Domain\Downloads\DocumentFiles;
use OrderInvoicer\Domain\Downloads\ShopperDocuments;
use OrderInvoicer\Domain\Emails\HeldEmails;
use OrderInvoicer\Domain\Emails\ShopEmails;
use OrderInvoicer\Domain\FollowUps\OrderEvents;
use OrderInvoicer\Domain\FollowUps\SavedOrders;
use OrderInvoicer\Domain\Items\Products;
use OrderInvoicer\Domain\Ledger\OrderLinks;
use OrderInvoicer\Domain\Order\OrderHistory;
use OrderInvoicer\Domain\Order\Orders;
use OrderInvoicer\Domain\SoldLately\SoldLately;
use OrderInvoicer\Domain\SoldLately\SoldLooks;
use OrderInvoicer\Domain\TalkBack\PaidOrders;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\Catalogue\WooProducts;
use OrderInvoicer\WooCommerce\CustomerEmails\WooHeldEmails;
use OrderInvoicer\WooCommerce\Order\OrderCaches;
use OrderInvoicer\WooCommerce\Order\WooPaidOrders;
use OrderInvoicer\WooCommerce\RecentSales;
use OrderInvoicer\WooCommerce\SoldProducts;
use OrderInvoicer\WooCommerce\Shopper\OrderCompanyRequests;
use OrderInvoicer\WooCommerce\Shopper\VisibleDocuments;
use OrderInvoicer\WooCommerce\WooSoldLately;
use OrderInvoicer\WooCommerce\WooWrittenEmails;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\WordPress\Options\OptionSoldLooks;

/** WooCommerce's orders, products and e-mails: the ports of Adapters that they answer. */
trait WooAdapters {

	public function paid_orders(): PaidOrders {
		return new WooPaidOrders( new OrderCaches( $this->on->sql() ), new DocumentNames(), $this->logger() );
	}

	public function company_requests(): CompanyRequests {
		return new OrderCompanyRequests( new OrderCaches( $this->on->sql() ) );
	}

	public function stored_orders(): Orders {
		return $this->on->stored_orders();
	}

	public function order_events(): OrderEvents {
		return $this->on->order_events();
	}

	public function order_links(): OrderLinks {
		return $this->on->order_links();
	}

	public function order_history(): OrderHistory {
		return $this->on->order_history();
	}

	public function shop_emails(): ShopEmails {
		return $this->on->shop_emails();
	}

	public function held_emails(): HeldEmails {
		return new WooHeldEmails(
			fn (): VisibleDocuments => new VisibleDocuments(
				new ShopperDocuments( $this->settings(), $this->ledger(), $this->report() )
			),
			fn (): DocumentFiles => $this->document_files(),
			$this->on->logger()
		);
	}

	public function saved_orders(): SavedOrders {
		return $this->on->saved_orders();
	}

	public function products(): Products {
		return new WooProducts();
	}

	public function sold_lately(): SoldLately {
		$sales = new RecentSales( $this->on->wpdb(), $this->on->sql(), $this->on->clock );
		return new WooSoldLately(
			$sales,
			new SoldProducts( $sales, new ProductReferences( $this->on->wpdb(), $this->on->sql() ) )
		);
	}

	public function written_emails(): WrittenEmails {
		return new WooWrittenEmails( $this->on->wpdb(), $this->on->sql() );
	}

	public function sold_looks(): SoldLooks {
		return new OptionSoldLooks( $this->on->options(), $this->sellsy->credentials()->fingerprint( ... ) );
	}
}
