<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Ledger;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Reports\SupportText;
use OrderInvoicer\WordPress\Log\LogTail;
use OrderInvoicer\WordPress\Tables\WpdbAttemptLog;

/**
 * Everything that support may need, as the schema `diagnostics` shows it. People post it in public: no secrets, no
 * client id, no names, no addresses, no texts of the owner, and not the address of the site. The sentences of the
 * verdicts are shown on the screen only.
 *
 * @phpstan-import-type HealthCheckAnswer from HealthReport
 *
 * @phpstan-type NamedFactAnswer array{
 *     name: string,
 *     value: string,
 * }
 * @phpstan-type DiagnosticsAnswer array{
 *     generated_at: Rfc3339,
 *     health: list<HealthCheckAnswer>,
 *     work: list<NamedFactAnswer>,
 *     environment: list<NamedFactAnswer>,
 *     plugins: list<string>,
 *     settings: list<NamedFactAnswer>,
 *     // The rows that were tried last, each with its tries.
 *     attempts: list<string>,
 *     log: list<string>,
 *     // The same as one text, in English.
 *     support: string,
 * }
 */
final class Diagnostics {

	/** Rows of the ledger that were tried last, each with all its tries. */
	private const ROWS = 20;

	private const LOG_LINES = 100;

	private const SHARED_OF_VERDICT = [
		'name'   => true,
		'status' => true,
	];

	public function __construct(
		private readonly HealthReport $health,
		private readonly EnvironmentFacts $environment,
		private readonly WorkFacts $work,
		private readonly SettingsStore $settings,
		private readonly SettingsArray $arrays,
		private readonly Ledger $ledger,
		private readonly WpdbAttemptLog $attempts,
		private readonly LogTail $log,
		private readonly Clock $clock,
	) {}

	/** @return DiagnosticsAnswer */
	public function document(): array {
		$document = [
			'generated_at' => $this->clock->now()->format( DATE_RFC3339 ),
			'health'       => $this->health->all(),
			'work'         => $this->pairs( $this->work->all() ),
			'environment'  => $this->pairs( $this->environment->all() ),
			'plugins'      => $this->environment->plugins(),
			'settings'     => $this->pairs( $this->settings_facts() ),
			'attempts'     => $this->attempts(),
			'log'          => $this->log->lines( self::LOG_LINES ),
			'support'      => '',
		];
		return array_replace( $document, [ 'support' => $this->text( $document ) ] );
	}

	/**
	 * What leaves the shop as a file: the verdicts' sentences stay on the screen, because they may name the site's
	 * address or the reference of an order.
	 *
	 * @return array<string, mixed>
	 */
	public function shared(): array {
		$document = $this->document();
		$verdicts = array_map(
			static fn ( array $verdict ): array => array_intersect_key( $verdict, self::SHARED_OF_VERDICT ),
			$document['health']
		);
		return array_diff_key( array_replace( $document, [ 'health' => $verdicts ] ), [ 'support' => true ] );
	}

	/** @return list<string> one text for each row of the ledger. */
	private function attempts(): array {
		$texts  = new SupportText();
		$tasks  = array_filter( array_map( $this->ledger->find( ... ), $this->attempts->tried_last( self::ROWS ) ) );
		$tested = [];
		foreach ( $tasks as $task ) {
			$tested[] = $texts->text( $task, $this->attempts->for_task( $task->id ) );
		}
		return $tested;
	}

	/**
	 * @param array<string, string> $facts
	 * @return list<NamedFactAnswer>
	 */
	private function pairs( array $facts ): array {
		return array_map(
			static fn ( string $name, string $value ): array => [
				'name'  => $name,
				'value' => $value,
			],
			array_keys( $facts ),
			$facts
		);
	}

	/**
	 * The same for people to read, without the sentences of the verdicts: whoever helps may not know the owner's
	 * language.
	 *
	 * @param DiagnosticsAnswer $document its own is empty.
	 */
	private function text( array $document ): string {
		$parts = [
			'Order Invoicer, '
				. $document['generated_at'] => $this->listed( array_column( $document['health'], 'status', 'name' ) ),
			'Work'        => $this->listed( array_column( $document['work'], 'value', 'name' ) ),
			'Environment' => $this->listed( array_column( $document['environment'], 'value', 'name' ) ),
			'Plugins'     => $document['plugins'],
			'Settings'    => $this->listed( array_column( $document['settings'], 'value', 'name' ) ),
			'Tries'       => $document['attempts'],
			'Log'         => $document['log'],
		];
		return implode(
			"\n\n",
			array_map(
				static fn ( string $title, array $lines ): string => "### $title\n" . implode( "\n", $lines ),
				array_keys( $parts ),
				$parts
			)
		);
	}

	/**
	 * @param array<string, string> $facts
	 * @return list<string>
	 */
	private function listed( array $facts ): array {
		return array_map(
			static fn ( string $name, string $value ): string => "$name: $value",
			array_keys( $facts ),
			$facts
		);
	}

	/**
	 * The owner's choices, one name for each. Texts that the owner wrote are left out: only whether there is one is
	 * shown.
	 *
	 * @return array<string, string> as `invoice.trigger`.
	 */
	private function settings_facts(): array {
		return $this->flat( $this->arrays->to_array( $this->settings->get() ), '', $this->arrays->free_texts() );
	}

	/**
	 * @param array<mixed> $values
	 * @param list<string> $free as `invoice.note`.
	 * @return array<string, string>
	 */
	private function flat( array $values, string $prefix, array $free ): array {
		$facts = [];
		foreach ( $values as $name => $value ) {
			$facts += match ( true ) {
				in_array( "$prefix$name", $free, true ) => [ "$prefix$name" => $value === '' ? '' : '(text)' ],
				is_array( $value )
					&& $value !== []
					&& ! array_is_list( $value ) => $this->flat( $value, "$prefix$name.", $free ),
				default => [ "$prefix$name" => is_string( $value ) ? $value : (string) wp_json_encode( $value ) ],
			};
		}
		return $facts;
	}
}
