import { Suspense } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ErrorBoundary } from './ErrorBoundary';
import { Loading } from './Loading';

type FetchedPartProps = {
	/** Nothing is said while it opens: it is no more than an addition. */
	isQuiet?: boolean;
	children: React.ReactNode;
};

/** Around what is `fetched`: where it cannot be had, or drawn, the page around it stays. */
export const FetchedPart = ( {
	isQuiet = false,
	children,
}: FetchedPartProps ) => (
	<ErrorBoundary>
		<Suspense
			fallback={
				isQuiet ? null : (
					<Loading label={ __( 'Opening…', 'orderinvoicer' ) } />
				)
			}
		>
			{ children }
		</Suspense>
	</ErrorBoundary>
);
