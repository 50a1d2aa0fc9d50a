<?php

declare( strict_types=1 );

namespace OrderInvoicer\Admin;

defined( 'ABSPATH' ) || exit;

/** One of the bundles of `build/`, with its style and translations. */
final class BuiltScript {

	/**
	 * @param string           $file   the plugin's main file.
	 * @param string           $name   of the bundle.
	 * @param non-empty-string $handle WordPress knows it by this.
	 */
	public function __construct(
		private readonly string $file,
		private readonly string $name,
		private readonly string $handle,
	) {}

	public function is_built(): bool {
		return $this->asset() !== null;
	}

	/** In the footer: what it is drawn into must be there. */
	public function enqueue(): void {
		$asset = $this->asset();
		if ( $asset === null ) {
			return;
		}
		$this->enqueue_alone();
		// The path is needed wherever the translations do not come from wordpress.org.
		wp_set_script_translations( $this->handle, 'orderinvoicer', plugin_dir_path( $this->file ) . 'languages' );
		wp_enqueue_style(
			$this->handle,
			plugins_url( "build/{$this->name}.css", $this->file ),
			[ 'wp-components' ],
			$asset['version']
		);
		wp_style_add_data( $this->handle, 'rtl', 'replace' );
	}

	/** One that has neither style nor texts of its own. */
	public function enqueue_alone(): void {
		$asset = $this->asset();
		if ( $asset !== null ) {
			wp_enqueue_script(
				$this->handle,
				plugins_url( "build/{$this->name}.js", $this->file ),
				$asset['dependencies'],
				$asset['version'],
				true
			);
		}
	}

	/**
	 * @return array{dependencies: list<non-empty-string>, version: string}|null what the build says of itself; null
	 *         when it is not there.
	 */
	private function asset(): ?array {
		$path  = plugin_dir_path( $this->file ) . "build/{$this->name}.asset.php";
		$asset = is_readable( $path ) ? require $path : null;
		if (
			! is_array( $asset )
			|| ! is_array( $asset['dependencies'] ?? null )
			|| ! is_string( $asset['version'] ?? null )
		) {
			return null;
		}
		return [
			'dependencies' => array_values(
				array_filter(
					$asset['dependencies'],
					static fn ( mixed $name ): bool => is_string( $name ) && $name !== ''
				)
			),
			'version'      => $asset['version'],
		];
	}
}
