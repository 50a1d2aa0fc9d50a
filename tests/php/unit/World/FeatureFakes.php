<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World;

use OrderInvoicer\Tests\Unit\Features\Archives\FakeArchiveFolder;
use OrderInvoicer\Tests\Unit\Features\CompanyRequests\FakeCompanyRequests;
use OrderInvoicer\Tests\Unit\Features\EarlierPayments\FakeUnrecordedPayments;
use OrderInvoicer\Tests\Unit\Features\Figures\FakeBaselessDocuments;
use OrderInvoicer\Tests\Unit\Features\OwnerMail\FakeOwner;
use OrderInvoicer\Tests\Unit\Features\SoldLately\FakeSold;
use OrderInvoicer\Tests\Unit\Features\Stock\FakeSellsyStocks;
use OrderInvoicer\Tests\Unit\Features\Stock\FakeShopStocks;
use OrderInvoicer\Tests\Unit\Features\Stock\FakeStockRows;
use OrderInvoicer\Tests\Unit\Features\TalkBack\FakeWebhooks;

/** Who answers the ports of the features in the world of the unit tests. Written by `npm run composition`. */
trait FeatureFakes {

	public function archive_folder(): FakeArchiveFolder {
		return $this->world->fake( FakeArchiveFolder::class );
	}

	public function baseless_documents(): FakeBaselessDocuments {
		return $this->world->fake( FakeBaselessDocuments::class );
	}

	public function company_requests(): FakeCompanyRequests {
		return $this->world->fake( FakeCompanyRequests::class );
	}

	public function kept_webhook(): FakeWebhooks {
		return $this->world->fake( FakeWebhooks::class );
	}

	public function owner_mails(): FakeOwner {
		return $this->world->fake( FakeOwner::class );
	}

	public function sellsy_stocks(): FakeSellsyStocks {
		return $this->world->fake( FakeSellsyStocks::class );
	}

	public function shop_stocks(): FakeShopStocks {
		return $this->world->fake( FakeShopStocks::class );
	}

	public function sold_lately(): FakeSold {
		return $this->world->fake( FakeSold::class );
	}

	public function sold_looks(): FakeSold {
		return $this->world->fake( FakeSold::class );
	}

	public function stock_rows(): FakeStockRows {
		return $this->world->fake( FakeStockRows::class );
	}

	public function stopped_orders(): FakeOwner {
		return $this->world->fake( FakeOwner::class );
	}

	public function unrecorded_payments(): FakeUnrecordedPayments {
		return $this->world->fake( FakeUnrecordedPayments::class );
	}
}
