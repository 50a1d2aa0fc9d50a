import { useEffect } from '@wordpress/element';

/** The browser asks before the page is left. Between tabs nothing is lost: drafts live above them. */
export function useUnsavedGuard( isDirty: boolean ): void {
	useEffect( () => {
		if ( ! isDirty ) {
			return undefined;
		}
		const ask = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', ask );
		return () => window.removeEventListener( 'beforeunload', ask );
	}, [ isDirty ] );
}
