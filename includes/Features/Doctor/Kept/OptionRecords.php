<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Kept;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\Account;
use OrderInvoicer\Domain\Assumptions\AccountFindings;
use OrderInvoicer\Domain\Assumptions\Assumption;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\WordPress\Options\FreshOptions;

/**
 * One option for each account, so that what was found in one is never believed of another. It is changed only by who
 * has read it last: two runs never overwrite what the other has made.
 */
final class OptionRecords implements AccountFindings {

	public const PREFIX = 'orderinvoicer_doctor_';

	private string $read = '';

	public function __construct(
		private readonly FreshOptions $options,
		private readonly Account $account,
	) {}

	public function is_otherwise( Assumption $assumption ): bool {
		$record = self::record( $this->options->get( $this->name() ) );
		return ( $record->findings[ $assumption->value ] ?? null )?->state === State::Otherwise;
	}

	/** @throws RemoteFailure while it is not known which account is connected. */
	public function read(): Record {
		$this->read = $this->options->get( $this->name() );
		return self::record( $this->read );
	}

	/**
	 * @return bool false: another process has written meanwhile, and nothing was kept.
	 * @throws RemoteFailure
	 */
	public function keep( Record $record ): bool {
		$value = (string) wp_json_encode( $record->to_array() );
		$kept  = $value === $this->read || $this->options->swap( $this->name(), $this->read, $value );
		if ( $kept ) {
			$this->read = $value;
		}
		return $kept;
	}

	private static function record( string $stored ): Record {
		return Record::from( json_decode( $stored, true ) );
	}

	/** @throws RemoteFailure */
	private function name(): string {
		return self::PREFIX . substr( hash( 'sha256', $this->account->id() ), 0, 16 );
	}
}
