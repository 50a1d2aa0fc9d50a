<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Actions\ChangeSettings;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Work\WorkGate;

/** What a person does: compare first, then let stock agree, or stop it. */
final class SteerStock {

	public function __construct(
		private readonly LookAtStock $look,
		private readonly StockLooks $looks,
		private readonly StockRows $rows,
		private readonly SettingsStore $settings,
		private readonly ChangeSettings $change,
		private readonly WorkGate $gate,
		private readonly Clock $clock,
	) {}

	/** @throws RemoteFailure while the account is not known. */
	public function standing(): StockStanding {
		$all      = $this->settings->get();
		$settings = $all->stock;
		$look     = $this->looks->read();
		return match ( true ) {
			$settings->warehouse_id === null => StockStanding::NoWarehouse,
			! $all->stock_may_lead()          => StockStanding::CannotLead,
			$look->basis === '' || $look->basis !== $this->look->basis( $settings ) => StockStanding::NotCompared,
			$settings->agrees && $look->approved => StockStanding::Agreeing,
			$look->whole_at === null || ! $look->is_over => StockStanding::Comparing,
			default                          => StockStanding::Compared,
		};
	}

	/**
	 * Begins a look from the first product, and makes its first batch. Nothing is changed by it.
	 *
	 * @return bool false where nothing can be compared now.
	 * @throws RemoteFailure while the account is not known.
	 */
	public function compare(): bool {
		$settings = $this->settings->get()->stock;
		if ( ! $this->look->is_wanted() || ! $this->gate->is_open() ) {
			return false;
		}
		$look  = $this->looks->read();
		$basis = $this->look->basis( $settings );
		$look->basis === $basis ? $this->rows->unblock() : $this->rows->clear();
		$consent = $settings->agrees && $look->approved;
		$is_kept = $this->looks->keep( $look->begun( $basis, $this->clock->now(), $consent ) );
		$this->look->run();
		return $is_kept;
	}

	/** The page that is open need not wait for the next pass. */
	public function go_on(): void {
		if ( $this->gate->is_open() ) {
			$this->look->run();
		}
	}

	/**
	 * From now on differences are done, those of the comparison that was seen first.
	 *
	 * @param string $seen the moment of that comparison, as it was shown.
	 * @return bool false: another comparison was seen, or none that is whole.
	 * @throws RemoteFailure while the account is not known.
	 */
	public function start( string $seen ): bool {
		$look = $this->looks->read();
		if (
			$this->standing() !== StockStanding::Compared
			|| $look->whole_at?->format( DATE_RFC3339 ) !== $seen
			|| ! $this->looks->keep( $look->approved() )
		) {
			return false;
		}
		$this->change->change( [ 'stock' => [ 'agrees' => true ] ] );
		return true;
	}

	public function stop(): void {
		$this->change->change( [ 'stock' => [ 'agrees' => false ] ] );
		$this->looks->keep( $this->looks->read()->revoked() );
	}
}
