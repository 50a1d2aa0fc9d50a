<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\SiteCopy;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Assumptions\Observations;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\System\Logger;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\WordPress\Options\FreshOptions;

/**
 * What real documents showed, by account. One option beside the records, so that an order never overtakes a run, and
 * one that WordPress loads with each request: what is known already costs an order no question. One contrary answer
 * stands, however many as assumed follow: what an account did once it may do again. Once everything is asked again, the
 * next real document decides.
 */
final class OptionObservations implements Observations {

	public const OPTION = 'orderinvoicer_observed';

	/** Nothing was seen yet, as a code. */
	public const FIRST_REAL = 'first-real';

	private const TRIES    = 3;
	private const REVISION = 1;

	public function __construct(
		private readonly FreshOptions $options,
		private readonly AccountIdentity $account,
		private readonly SiteCopy $copy,
		private readonly Clock $clock,
		private readonly Logger $logger,
		private readonly string $version,
	) {}

	public function saw( Assumption $assumption, bool $is_as_assumed, string $seen ): void {
		$state = $is_as_assumed ? State::AsExpected : State::Otherwise;
		try {
			$account = $this->account();
			$is_news = $account !== ''
				&& self::is_news( $state, $this->loaded( $account )[ $assumption->value ] ?? null );
			if ( $is_news ) {
				$this->tell( $account, $assumption, $state, $seen );
			}
		} catch ( \Throwable $error ) {
			// The next one shows it again.
			$this->logger->info( 'What Sellsy did could not be noted.', [ 'error' => $error::class ] );
		}
	}

	public function is_open( Assumption $assumption ): bool {
		try {
			$account = $this->account();
			$known   = $account === '' ? null : $this->loaded( $account )[ $assumption->value ] ?? null;
			return $account !== '' && self::is_asked( $known );
		} catch ( \Throwable ) {
			return false;
		}
	}

	/** @return array<string, Finding> of all that takes a final document: not known until it was seen. */
	public function findings(): array {
		$account = $this->account();
		$seen    = $account === '' ? [] : self::of( $account, self::decoded( $this->options->get( self::OPTION ) ) );
		$all     = [];
		foreach ( Assumption::cases() as $assumption ) {
			if ( $assumption->needs_final() ) {
				$all[ $assumption->value ] = $seen[ $assumption->value ]
					?? $this->finding( $assumption, State::NotKnown, self::FIRST_REAL );
			}
		}
		return $all;
	}

	/** What was otherwise stays so until a real document shows it anew. */
	public function ask_again(): void {
		$account = $this->account();
		if ( $account === '' ) {
			return;
		}
		$this->change(
			static fn ( array $all ): array => [
				$account => array_map(
					static fn ( Finding $one ): array => $one->state === State::Otherwise
						? [ 'revision' => 0 ] + $one->to_array()
						: $one->to_array(),
					self::of( $account, $all )
				),
			] + $all
		);
	}

	/** On a copy nothing is noted: what is done there is no work of the shop's. */
	private function tell( string $account, Assumption $assumption, State $state, string $seen ): void {
		if ( $this->copy->is_one() ) {
			return;
		}
		$finding = $this->finding( $assumption, $state, $seen );
		$this->change(
			static function ( array $all ) use ( $account, $finding ): array {
				$known = self::of( $account, $all )[ $finding->assumption ] ?? null;
				if ( self::is_news( $finding->state, $known ) ) {
					$of_account      = $all[ $account ] ?? [];
					$all[ $account ] = [ $finding->assumption => $finding->to_array() ]
						+ ( is_array( $of_account ) ? $of_account : [] );
				}
				return $all;
			}
		);
	}

	/**
	 * Two that note something at the same time lose nothing. Nor is what another process noted asked for twice: what
	 * WordPress has loaded of it is loaded anew.
	 *
	 * @param \Closure(array<mixed>): array<mixed> $change
	 */
	private function change( \Closure $change ): void {
		for ( $try = 0; $try < self::TRIES; ++$try ) {
			$stored = $this->options->get( self::OPTION );
			$value  = (string) wp_json_encode( $change( self::decoded( $stored ) ) );
			$kept   = $value === $stored || ( $stored === ''
				? $this->options->add_loaded( self::OPTION, $value )
				: $this->options->replace( self::OPTION, $stored, $value ) );
			if ( $kept ) {
				wp_cache_delete( 'alloptions', 'options' );
				return;
			}
		}
	}

	private static function is_news( State $state, ?Finding $known ): bool {
		return self::is_asked( $known )
			|| ( $state === State::Otherwise && $known?->state !== State::Otherwise );
	}

	private static function is_asked( ?Finding $known ): bool {
		return $known === null || $known->revision < self::REVISION;
	}

	private function finding( Assumption $assumption, State $state, string $seen ): Finding {
		return new Finding(
			assumption: $assumption->value,
			state: $state,
			seen: $seen,
			at: $this->clock->now(),
			version: $this->version,
			revision: self::REVISION
		);
	}

	/** Sellsy is not asked which one it is: an account that nobody knows shows nothing. */
	private function account(): string {
		$id = $this->account->id();
		return $id === '' ? '' : substr( hash( 'sha256', $id ), 0, 16 );
	}

	/** @return array<string, Finding> as WordPress has loaded it; perhaps older than what another process wrote. */
	private function loaded( string $account ): array {
		$loaded = get_option( self::OPTION, '' );
		return self::of( $account, self::decoded( is_string( $loaded ) ? $loaded : '' ) );
	}

	/** @return array<mixed> */
	private static function decoded( string $stored ): array {
		$all = json_decode( $stored, true );
		return is_array( $all ) ? $all : [];
	}

	/**
	 * @param array<mixed> $all
	 * @return array<string, Finding> by assumption.
	 */
	private static function of( string $account, array $all ): array {
		$found = [];
		foreach ( is_array( $all[ $account ] ?? null ) ? $all[ $account ] : [] as $name => $stored ) {
			$found[ (string) $name ] = Finding::from( (string) $name, $stored );
		}
		return array_filter( $found );
	}
}
