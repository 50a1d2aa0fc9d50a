<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Account\ShopCodeConflict;
use OrderInvoicer\Domain\Account\ShopCodeConflicts;
use OrderInvoicer\Domain\Account\NewestDocuments;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** The account's newest documents, those that are ours, and what was remembered of the others. */
final class FakeClashes implements ShopCodeConflicts, NewestDocuments {

	private const PAGE = 100;

	/** @var list<ListedDocument> newest first. */
	public array $documents = [];

	/** @var list<int> ids. */
	public array $ours = [];

	public bool $fails = false;

	/** @var list<DocumentKind> */
	public array $asked = [];

	/** @var array<string, ShopCodeConflict> by code. */
	private array $unsettled = [];

	/** @var array<string, \DateTimeImmutable> by code. */
	private array $looked_at = [];

	/** @var array<string, int> by code. */
	private array $settled = [];

	private int $newest = 0;

	public function __construct( private readonly SettingsStore $settings ) {}

	public function add( int $id, string $key ): void {
		array_unshift(
			$this->documents,
			new ListedDocument( kind: DocumentKind::Invoice, id: $id, number: '', key: $key, customer: null )
		);
	}

	public function newest( DocumentKind $kind, int $before ): array {
		$this->asked[] = $kind;
		$number        = self::PAGE;
		while ( $before > 0 && isset( $this->documents[ $number ] ) && $this->documents[ $number - 1 ]->id > $before ) {
			$number += self::PAGE;
		}
		return $this->fails
			? throw new RemoteFailure( FailureKind::NotSent, 0, 'POST /invoices/search' )
			: array_slice( $this->documents, 0, $number );
	}

	public function newest_before( DocumentKind $kind ): int {
		return $this->newest;
	}

	/**
	 * @param list<ListedDocument> $documents
	 * @return list<ListedDocument>
	 */
	public function strangers_among( array $documents ): array {
		return array_values(
			array_filter(
				$documents,
				fn ( ListedDocument $document ): bool => ! in_array( $document->id, $this->ours, true )
			)
		);
	}

	public function standing(): ?ShopCodeConflict {
		return $this->unsettled[ $this->code() ] ?? null;
	}

	public function unsettled(): array {
		return array_values(
			array_filter(
				[ $this->standing(), ...array_values( array_diff_key( $this->unsettled, [ $this->code() => true ] ) ) ]
			)
		);
	}

	public function looked_at(): ?\DateTimeImmutable {
		return $this->looked_at[ $this->code() ] ?? null;
	}

	public function settled_up_to( string $code, DocumentKind $kind ): int {
		return $this->settled[ $code ] ?? 0;
	}

	public function looked( \DateTimeImmutable $at, array $found, ?ListedDocument $newest ): void {
		$this->newest                     = $newest->id ?? $this->newest;
		$this->looked_at[ $this->code() ] = $at;
		$this->unsettled                  = array_column( $found, null, 'code' );
	}

	public function settle( ShopCodeConflict $clash ): void {
		$this->settled[ $clash->code ] = $clash->id;
		unset( $this->unsettled[ $clash->code ] );
	}

	private function code(): string {
		return $this->settings->get()->shop_code;
	}
}
