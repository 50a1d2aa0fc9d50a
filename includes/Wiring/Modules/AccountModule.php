<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wiring\Modules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\AdoptConnection;
use OrderInvoicer\Domain\Account\DailyLook;
use OrderInvoicer\Domain\Account\KeepAccess;
use OrderInvoicer\Domain\Account\ShopCodeCheck;
use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Account\SiteGuard;
use OrderInvoicer\Domain\Account\TestConnection;
use OrderInvoicer\Domain\Failures\FailureProblem;

/** Whose account it is, from which site, and under which shop code. */
final class AccountModule {

	public readonly SiteGuard $site_guard;
	public readonly KeepAccess $keep_access;
	public readonly ShopCodeCheck $shop_code_check;
	public readonly DailyLook $daily_look;
	public readonly AdoptConnection $adopt_connection;
	public readonly TestConnection $test_connection;

	public function __construct( Ports $ports, PausesModule $pauses ) {
		$this->site_guard       = new SiteGuard(
			site: $ports->site(),
			account: $ports->account(),
			pauses: $ports->pauses(),
			clock: $ports->clock(),
			copy: new SiteCopy( $ports->site(), $ports->pauses(), $ports->clock() )
		);
		$this->keep_access      = new KeepAccess(
			$ports->lasting_access(),
			$ports->pauses(),
			$pauses->failure_pause,
			$ports->clock()
		);
		$this->shop_code_check  = new ShopCodeCheck(
			$ports->settings(),
			$ports->newest_documents(),
			$ports->own_documents(),
			$ports->shop_code_conflicts(),
			$pauses->resume_work,
			$ports->clock()
		);
		$this->daily_look       = new DailyLook( $ports->account(), $this->shop_code_check, $ports->site() );
		$this->adopt_connection = new AdoptConnection(
			$ports->account(),
			$ports->site(),
			$ports->settings(),
			$ports->settings_array(),
			$ports->pauses(),
			$pauses->resume_work,
			$ports->clock()
		);
		$this->test_connection  = new TestConnection(
			$ports->account(),
			$this->adopt_connection,
			new FailureProblem(),
			$this->shop_code_check
		);
	}
}
